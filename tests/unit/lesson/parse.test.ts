import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { BODY_LINE, fence, lessonOf, lessonSource } from '../../fixtures/lesson-source.ts';

const CHECK = fence('bash check', 'test -e a');
const SOLUTION = `<Solution>\n\n${fence('bash', 'touch a')}\n\n</Solution>`;
const exercise = (...parts: string[]): string => ['<Exercice titre="Essai">', ...parts, '</Exercice>'].join('\n\n');

const found = (body: string): (string | number)[][] =>
  parseLesson(lessonSource(body), 'content/01-essai/lecon.mdx').findings.map(({ line, code }) => [
    line - BODY_LINE + 1,
    code,
  ]);

describe('a sound lesson', () => {
  const lesson = lessonOf(
    [
      '## Section',
      '### Un',
      fence('bash', 'echo a'),
      fence('output', 'a'),
      '---',
      '### Deux',
      fence('yaml file=a.yaml', 'a: 1'),
    ].join('\n\n'),
  );

  test('has one slide between two rules, with its section and title', () => {
    expect(lesson.slides.map(({ section, title }) => [section, title])).toEqual([
      ['Section', 'Un'],
      ['Section', 'Deux'],
    ]);
  });

  test('has its runnable fences as snippets, numbered in reading order', () => {
    expect(lesson.snippets.map(({ id, kind, slide }) => [id, kind, slide])).toEqual([
      ['s1', 'command', 0],
      ['s2', 'manifest', 1],
    ]);
  });

  test('has each output attached to the snippet above it', () => {
    expect(lesson.snippets.map(({ expected }) => expected?.text)).toEqual(['a', undefined]);
  });

  test('takes slug and number from its folder', () => {
    expect([lesson.slug, lesson.number]).toEqual(['essai', 1]);
  });

  test('is read alike with Windows line endings', () => {
    const source = lessonSource(fence('bash', 'echo a', 'echo b'));
    const windows = parseLesson(source.replaceAll('\n', '\r\n'), 'content/01-essai/lecon.mdx');
    expect(windows).toEqual(parseLesson(source, 'content/01-essai/lecon.mdx'));
  });
});

test('the same text of the same file is read once, another text anew', () => {
  const source = lessonSource('## Un');
  const first = parseLesson(source, 'content/01-essai/lecon.mdx');
  expect(parseLesson(source, 'content/01-essai/lecon.mdx')).toBe(first);
  expect(parseLesson(source, 'content/02-autre/lecon.mdx').lesson?.slug).toBe('autre');
  const changed = parseLesson(lessonSource('## Deux'), 'content/01-essai/lecon.mdx');
  expect(changed.lesson?.slides[0]?.section).toBe('Deux');
});

test('the text that positions count in, and the definitions wherever they stand, come with the lesson', () => {
  const body = '<Lecture>\n\n<Definition terme="Pod">Un *ou* plusieurs.</Definition>\n\n</Lecture>';
  const { text } = parseLesson(`\uFEFF${lessonSource(body).replaceAll('\n', '\r\n')}`, 'content/01-essai/lecon.mdx');
  expect(text?.source).toBe(lessonSource(body));
  expect(text?.definitions).toEqual([{ term: 'Pod', synonyms: [], text: ['Un ', 'ou', ' plusieurs.'] }]);
});

describe('what is wrong is found at its line', () => {
  test.each([
    ['a broken tag', '<Notes>\n\ntexte', [[1, 'mdx-illisible']]],
    ['an unterminated fence', '```bash\necho a', [[1, 'bloc-non-ferme']]],
    ['an unknown attribute', fence('bash retyr=3s', ':'), [[1, 'attribut-inconnu']]],
    ['an attribute of another language', fence('bash file=a', ':'), [[1, 'attribut-deplace']]],
    ['an attribute given twice', fence('bash id=a id=b', ':'), [[1, 'attribut-double']]],
    ['a value that cannot be read', fence('bash retry=vite', ':'), [[1, 'valeur-invalide']]],
    ['a file outside the work directory', fence('yaml file=../a.yaml', 'a: 1'), [[1, 'valeur-invalide']]],
    ['an unknown language', fence('sh', ':'), [[1, 'langage-inconnu']]],
    [
      'a schema for what goes to the server',
      fence('yaml file=a.yaml schema=aucun apply', 'a: 1'),
      [[1, 'attributs-incompatibles']],
    ],
    ['a kept file without its words', fence('bash artefact=a.png', ':'), [[1, 'attributs-incompatibles']]],
    ['words without a file', fence('bash alt="a"', ':'), [[1, 'attributs-incompatibles']]],
    [
      'a kept file that nobody sees',
      fence('bash hidden artefact=a.png alt="a"', ':'),
      [[1, 'attributs-incompatibles']],
    ],
    [
      'a file kept while it runs',
      fence('bash background artefact=a.png alt="a"', ':'),
      [[1, 'attributs-incompatibles']],
    ],
    ['a kept file of no known kind', fence('bash artefact=a.exe', ':'), [[1, 'valeur-invalide']]],
    ['a kept file from elsewhere', fence('bash artefact=../a.png', ':'), [[1, 'valeur-invalide']]],
    ['a kept file that nothing makes', fence('yaml artefact=a.png', 'a: 1'), [[1, 'attribut-deplace']]],
    ['a drawing beside what nobody sees', fence('bash hidden cluster-map', ':'), [[1, 'attributs-incompatibles']]],
    ['a drawing beside a file', fence('json file=a.json cluster-map', '{}'), [[1, 'attribut-deplace']]],
    ['a drawing with a value', fence('bash cluster-map=oui', ':'), [[1, 'valeur-invalide']]],
    ['apply without a file', fence('yaml apply', 'a: 1'), [[1, 'attributs-incompatibles']]],
    ['a beginning of no file', fence('yaml head=3', 'a: 1'), [[1, 'attributs-incompatibles']]],
    ['an output with nothing above it', fence('output', 'a'), [[1, 'sortie-orpheline']]],
    [
      'an output on another slide',
      `${fence('bash', ':')}\n\n---\n\n${fence('output', 'a')}`,
      [[7, 'sortie-orpheline']],
    ],
    [
      'two outputs of one snippet',
      [fence('bash', ':'), fence('output', 'a'), fence('output', 'b')].join('\n'),
      [[7, 'sortie-double']],
    ],
    [
      'a regex that is none',
      [fence('bash expect=regex', ':'), fence('output', 'a(')].join('\n'),
      [[4, 'regex-invalide']],
    ],
    ['two snippets with one id', [fence('bash id=a', ':'), fence('bash id=a', ':')].join('\n'), [[4, 'id-double']]],
    ['an unknown component', '<Note>a</Note>', [[1, 'composant-inconnu']]],
    [
      'an exercise without a title',
      exercise(CHECK, SOLUTION).replace(' titre="Essai"', ''),
      [[1, 'composant-incomplet']],
    ],
    ['an exercise whose title is empty', exercise(CHECK, SOLUTION).replace('Essai', ' '), [[1, 'composant-incomplet']]],
    ['a definition of nothing', 'a\n\n<Definition>b</Definition>', [[3, 'composant-incomplet']]],
    ['an import', "import a from 'a'", [[1, 'import-inutile']]],
    ['a solution outside an exercise', '<Solution>\n\na\n\n</Solution>', [[1, 'solution-orpheline']]],
    [
      'an exercise that checks nothing',
      '<Exercice titre="Essai">\n\na\n\n</Exercice>',
      [
        [1, 'exercice-sans-solution'],
        [1, 'exercice-sans-verification'],
      ],
    ],
    ['a check outside an exercise', fence('bash check', ':'), [[1, 'verification-orpheline']]],
    [
      'a check behind its solution',
      exercise(SOLUTION, fence('bash check', 'test -e a')),
      [[11, 'verification-orpheline']],
    ],
    ['two solutions', exercise(CHECK, SOLUTION, SOLUTION), [[15, 'solution-double']]],
    [
      'a solution in something else',
      exercise(CHECK, `<Fragment>\n\n${SOLUTION}\n\n</Fragment>`),
      [
        [1, 'exercice-sans-solution'],
        [9, 'solution-orpheline'],
      ],
    ],
    [
      'an exercise in something else',
      `<Lecture>\n\n${exercise(CHECK, SOLUTION)}\n\n</Lecture>`,
      [[3, 'exercice-deplace']],
    ],
    [
      'an exercise in a list',
      `- a\n\n${exercise(CHECK, SOLUTION).replaceAll(/^(?=.)/gm, '  ')}`,
      [[3, 'exercice-deplace']],
    ],
    [
      'two exercises on a slide',
      `${exercise(CHECK, SOLUTION)}\n\n${exercise(CHECK, SOLUTION)}`,
      [[17, 'exercice-double']],
    ],
    ['a hint outside an exercise', '<Indice>\n\na\n\n</Indice>', [[1, 'indice-orphelin']]],
    [
      'an exercise that is skipped',
      exercise(CHECK.replace('check', 'check skip="a" review=2030-01-01'), SOLUTION),
      [[3, 'attributs-incompatibles']],
    ],
    [
      'a skipped snippet with an output',
      [fence('bash skip="a" review=2030-01-01', 'ls'), fence('output', 'a')].join('\n'),
      [[4, 'sortie-sans-execution']],
    ],
    ['an output under a dry run', [fence('yaml', 'a: 1'), fence('output', 'a')].join('\n'), [[4, 'sortie-orpheline']]],
    ['an empty output', [fence('bash', ':'), fence('output')].join('\n'), [[4, 'sortie-vide']]],
    ['a refusal without its reason', fence('yaml exit=1', 'a: 1'), [[1, 'refus-sans-raison']]],
    ['a language that is called like a method', fence('constructor', 'a'), [[1, 'langage-inconnu']]],
    ['a file in a language called like a method', fence('toString file=a', 'a'), []],
    ['an attribute that is called like a method', fence('bash constructor', ':'), [[1, 'attribut-inconnu']]],
  ])('%s', (_, body, expected) => {
    expect(found(body).toSorted()).toEqual(expected);
  });

  test('an unknown attribute is answered with the nearest one', () => {
    const { findings } = parseLesson(lessonSource(fence('bash retyr=3s', ':')), 'content/01-essai/lecon.mdx');
    expect(findings[0]).toMatchObject({ column: 9, fix: 'vouliez-vous dire « retry » ?' });
  });
});

describe('front matter', () => {
  test('a lesson without any is told what to write', () => {
    expect(parseLesson('## Section\n', 'content/01-essai/lecon.mdx').findings[0]?.code).toBe('entete-absent');
  });

  test('a field of the wrong type is named at its line, with what was expected and found', () => {
    const source = lessonSource('').replace('duree: 5', 'duree: cinq');
    expect(parseLesson(source, 'content/01-essai/lecon.mdx').findings).toMatchObject([
      {
        line: 5,
        code: 'champ-invalide',
        message: 'duree : Entrée invalide : nombre attendu, chaîne de caractères reçu',
      },
    ]);
  });

  test('an unknown field is named at its own line', () => {
    const source = lessonSource('').replace('duree: 5', 'duree: 5\nduré: 5');
    expect(parseLesson(source, 'content/01-essai/lecon.mdx').findings).toMatchObject([
      { line: 6, code: 'champ-invalide' },
    ]);
  });

  test('several nodes are only for a cluster of its own', () => {
    const source = lessonSource('', 'shared').replace('duree: 5', 'duree: 5\nnoeuds: 3');
    expect(parseLesson(source, 'content/01-essai/lecon.mdx').findings).toMatchObject([
      { line: 6, code: 'champ-invalide' },
    ]);
  });
});
