import { describe, expect, test } from 'vitest';
import { proofOf } from '../../../src/proof/proofs.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { BODY_LINE, fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

const course = courseWith([]);
const body = (second: string, expected: string) =>
  [fence('bash', 'echo a'), fence('bash', second), fence('output', expected), fence('bash', ':')].join('\n');
const proven = lessonOf(body('echo b', 'b'));
const transcript = { ...transcriptOf(course, proven, { s2: 'b\n', s1: '' }), seal: '' };

const judged = (lesson: typeof proven) =>
  proofOf(course, lesson, transcript).problems.map(({ step, position, message }) => [
    step,
    position.line - BODY_LINE + 1,
    message.split(' (')[0],
  ]);

describe('what may be published', () => {
  test('a lesson whose every step is recorded as it is written', () => {
    expect(proofOf(course, proven, transcript).problems).toEqual([]);
    expect(proofOf(course, proven, transcript).proofs.get('s2')).toMatchObject({ state: 'proven', shown: 'b\n' });
  });

  test('not one whose expected output was edited by hand: its line is said', () => {
    const [problem] = proofOf(course, lessonOf(body('echo b', 'c')), transcript).problems;
    expect(problem).toMatchObject({ step: 's2', position: { line: BODY_LINE + 7 } });
  });

  test('not one with a changed snippet, nor what runs behind it', () => {
    expect(judged(lessonOf(body('echo B', 'b')))).toEqual([
      ['s2', 4, 'cet extrait, ou ce sur quoi il s’exécute'],
      ['s3', 10, 'un extrait avant lui a changé depuis l’exécution enregistrée'],
    ]);
  });

  test('not the end of one whose last snippets are gone: they ran before it was judged', () => {
    const shorter = lessonOf([fence('bash', 'echo a'), fence('bash', 'echo b'), fence('output', 'b')].join('\n'));
    expect(judged(shorter)).toEqual([
      ['s2', 4, 'l’exécution enregistrée a exécuté ensuite des extraits que la leçon n’a plus'],
    ]);
  });

  test.each([
    [undefined, 'aucune exécution n’est enregistrée'],
    ['le fichier est tronqué', 'l’exécution enregistrée est inutilisable : le fichier est tronqué'],
  ])('nothing without a usable transcript', (broken, why) => {
    expect(proofOf(course, proven, broken).problems.map(({ message }) => message)).toEqual([why, why, why]);
  });

  test('not one whose file was not kept, or kept for another name', () => {
    const keeping = (name: string) => lessonOf(fence(`bash artefact=${name} alt="a"`, 'make-it'));
    const kept = { s1: { name: 'a.txt', content: Buffer.from('a') } };
    const problems = (artefacts: typeof kept | undefined, name = 'a.txt') =>
      proofOf(course, keeping('a.txt'), {
        ...transcriptOf(course, keeping('a.txt'), {}, artefacts && { s1: { ...artefacts.s1, name } }),
        seal: '',
      }).problems.map(({ message }) => message);
    expect(problems(kept)).toEqual([]);
    expect(problems(undefined)).toEqual(['l’exécution enregistrée n’a pas gardé a.txt']);
    expect(problems(kept, 'b.txt')).toEqual(['l’exécution enregistrée n’a pas gardé a.txt']);
    const none = lessonOf(fence('bash', 'make-it'));
    expect(proofOf(course, none, { ...transcriptOf(course, none, {}, kept), seal: '' }).problems).toHaveLength(1);
  });

  test('a check that passes before the solution proves nothing', () => {
    const exercise = lessonOf(
      [
        '<Exercice titre="Essai">',
        fence('bash check id=c', 'false'),
        '<Solution>',
        fence('bash', ':'),
        '</Solution>',
        '</Exercice>',
      ].join('\n\n'),
    );
    const recorded = transcriptOf(course, exercise);
    const passing = recorded.records.map((record) => (record.id === 'c/avant' ? { ...record, exitCode: 0 } : record));
    expect(proofOf(course, exercise, { ...recorded, records: passing, seal: '' }).problems).toMatchObject([
      { step: 'c/avant' },
    ]);
  });

  const waiting = lessonOf(fence('bash wait="deployment/web"', ':'));
  const recorded = transcriptOf(course, waiting);
  const [record] = recorded.records;
  if (record === undefined) throw new Error('no record');

  test.each([
    ['whose waits never ran', { ...recorded, records: [{ ...record, waits: [] }] }, 'n’a pas attendu'],
    [
      'that ended otherwise',
      { ...recorded, records: [{ ...record, status: 'expected-failure' as const }] },
      'terminée',
    ],
    ['of another lesson', { ...recorded, lesson: 'pods' }, 'autre leçon'],
    ['whose steps stand in another order', { ...recorded, records: [{ ...record, id: 's2' }, record] }, 'à sa place'],
  ])('not a record %s', (_, other, why) => {
    expect(proofOf(course, waiting, { ...recorded, seal: '' }).problems).toEqual([]);
    expect(
      proofOf(course, waiting, { ...other, seal: '' })
        .problems.map(({ message }) => message)
        .join(),
    ).toContain(why);
  });
});
