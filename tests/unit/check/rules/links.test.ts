import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { SITE_PAGES } from '../../../../src/course/pages.ts';
import { courseOf, FIRST_LINE } from '../course-of.ts';

const PODS = `## Le Pod
### L’état d’un Pod
<Definition terme="Pod">Texte</Definition>

\`\`\`conf file=pod.txt
a
\`\`\`
`;

function linkTo(url: string): string[] {
  const findings = checkCourse(courseOf({ essai: `## Ici\n\nVoir [cela](${url}).\n`, pods: PODS }));
  return findings.map(({ line, column, code }) => `${line - FIRST_LINE + 1}:${column} ${code}`);
}

test.each([
  '../pods/',
  '/pods/',
  '/pods/#l-etat-d-un-pod',
  '../pods/#le-pod',
  '/pods/#extrait-s1',
  '/pods/diapos/#l-etat-d-un-pod',
  '../pods/fichiers/pod.txt',
  '#ici',
  ...SITE_PAGES.map((page) => `/${page}`),
  '../commandes/#kubectl',
  '/glossaire/#pod',
  'https://kubernetes.io/x/',
  'mailto:a@exemple.fr',
])('%s exists', (url) => {
  expect(linkTo(url)).toEqual([]);
});

test.each([
  ['../pod/', 'lien-rompu'],
  ['/pods', 'lien-rompu'],
  ['pods/', 'lien-rompu'],
  ['/verifications/', 'lien-rompu'],
  ['#la', 'ancre-inconnue'],
  ['/pods/#etat', 'ancre-inconnue'],
  ['/glossaire/#service', 'ancre-inconnue'],
])('%s does not: %s', (url, code) => {
  expect(linkTo(url)).toEqual([`3:6 ${code}`]);
});

test('definitions and <a href> are links too', () => {
  const text = '[a][b] <a href="/non/">x</a>\n\n[b]: /rien/\n';
  expect(checkCourse(courseOf({ essai: text })).map(({ line }) => line - FIRST_LINE + 1)).toEqual([1, 3]);
});
