import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsIn } from '../course-of.ts';

test.each([
  'Voir [la page](https://kubernetes.io/docs/concepts/#pods "titre").',
  'Voir https://kubernetes.io/docs/.',
  'Écrire à [nous](mailto:cours@exemple.fr).',
  // Behind a port-forward of the reader's.
  'Ouvrir http://localhost:8080/ et http://127.0.0.1:8080/.',
  'Voir `http://carte/` et `https://`.',
])('well written: %s', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

test.each([
  ['Voir [la page](https://exemple.fr/une page).', '1:1', 'contient une espace'],
  ['Voir [la page](htps://exemple.fr/).', '1:6', 'n’est pas celle d’une page'],
  ['Voir [la page](//exemple.fr/).', '1:6', 'n’est pas celle d’une page'],
  ['Voir [la page](javascript:alert).', '1:6', 'n’est pas celle d’une page'],
  ['Voir [la page](https://exemple.fr:port/).', '1:6', 'ne se lit pas'],
  ['Voir [la page](https://moi:secret@exemple.fr/).', '1:6', 'mot de passe'],
  ['Voir [la page][p].\n\n[p]: https://exemple', '3:1', 'que seul votre réseau connaît'],
  ['Voir http://carte.test/.', '1:6', 'que seul votre réseau connaît'],
  ['Voir <a href="http://10.96.0.1/">la page</a>.', '1:6', 'que seul votre réseau connaît'],
])('refused: %s', (text, place, why) => {
  const [finding, ...others] = checkCourse(courseOf({ essai: text }));
  expect(findingsIn(text)).toEqual([`${place} lien-invalide`]);
  expect(finding?.message).toContain(why);
  expect(others).toEqual([]);
});
