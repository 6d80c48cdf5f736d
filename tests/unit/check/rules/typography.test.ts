import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsIn } from '../course-of.ts';

test.each([
  ['Le mot "Pod" ici', '1:8 guillemets-droits'],
  ['Le mot "**Pod**" ici', '1:8 guillemets-droits'],
  ['Le mot “Pod” ici', '1:8 guillemets-anglais'],
  ['Un Pod - ou deux', '1:7 trait-d-union-isole'],
  ['Un Pod -- ou deux', '1:7 trait-d-union-isole'],
  ['Deux  espaces', '1:5 espaces-doubles'],
  ['Un Pod , deux Pods', '1:7 espace-avant-virgule'],
  ['Etat du Pod', '1:1 capitale-sans-accent'],
  ['Voici. A partir de là', '1:8 capitale-sans-accent'],
  ['Ca marche', '1:1 capitale-sans-accent'],
  ['Un noeud', '1:4 ligature'],
  ['Au coeur', '1:4 ligature'],
  ['La lecon', '1:4 cedille'],
  ['Un reseau', '1:4 accent'],
  ['Le Pod meurt, etc...', '1:15 etc'],
  ['La 2ème fois', '1:4 ordinal'],
  ['La 1ère fois', '1:4 ordinal'],
  ['> Une citation\n> du  Pod', '2:5 espaces-doubles'],
  ['<Exercice titre="Le noeud">x</Exercice>', '1:1 ligature'],
  ['```mermaid alt="Le noeud"\na\n```', '1:1 ligature'],
])('%j', (text, finding) => {
  expect(findingsIn(text).filter((each) => !each.includes('exercice-sans'))).toEqual(expect.arrayContaining([finding]));
});

test.each([
  'Le nœud, le cœur : « ça » marche... l\'API ; `"a" - b  noeud`',
  '- une liste\n- une autre, 3 - 1 = 2\n\n| a  | b |\n|----|---|\n| c  | d |\n',
  'Le Pod A, la leçon (`lecon.mdx`), reseau.yaml, /reseau/, etc. Un plat de 12" et la 2e, 1re, 1er',
  'Voir https://exemple.fr/lecons/a--b et [ici](https://exemple.fr/noeud)',
  '```bash\necho "noeud"  - etat\n```',
  'Ligne une\nA la suite [texte](../essai/ "noeud")',
  '{/* un  "commentaire" */}',
])('%j is left alone', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

test('the front matter is prose too, and the message says what to write', () => {
  const course = courseOf({ essai: '' });
  const [file = ''] = course.sources.keys();
  const source = (course.sources.get(file) ?? '').replace('resume: Une', 'resume: Le noeud');
  const [finding] = checkCourse({ ...course, sources: new Map([[file, source]]) });
  expect(finding).toMatchObject({ line: 3, column: 9, code: 'ligature', fix: 'écrivez « nœud »' });
});
