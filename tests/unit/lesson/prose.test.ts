import { expect, test } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { BODY_LINE, lessonSource } from '../../fixtures/lesson-source.ts';

const FILE = 'content/01-essai/lecon.mdx';

function found(body: string): string[] {
  return parseLesson(lessonSource(body), FILE).findings.map(
    ({ line, column, code }) => `${line - BODY_LINE + 1}:${column} ${code}`,
  );
}

test.each([
  ['Le nom {nom} ici', '1:8 expression'],
  ['La variable ${HOME} est là.', '1:14 expression'],
  ['## Titre {x}', '1:10 expression'],
  ['| a |\n|---|\n| {x} |', '3:3 expression'],
  ['{"$ kubectl get pods — 3/3 Running"}', '1:1 expression'],
  ['{`a`}', '1:1 expression'],
  ['<Exercice titre={x}>a</Exercice>', '1:1 expression'],
  ['<Fragment {...x}>a</Fragment>', '1:1 expression'],
  ['<pre>kubectl delete namespace production</pre>', '1:1 montre-sans-executer'],
  ['Texte <code>a\nb</code>', '1:7 montre-sans-executer'],
  ['<code>kubectl get pods<br/>web 1/1</code>', '1:1 montre-sans-executer'],
  ['<kbd>a\nb</kbd>', '1:1 montre-sans-executer'],
  ['Une phrase.\n---', '2:1 titre-souligne'],
  ['> Une phrase.\n> ===', '2:1 titre-souligne'],
  ['Un mot[^1].\n\n[^1]: Une note.', '1:7 note-de-bas-de-page'],
])('%j is told where it stands', (body, finding) => {
  expect(found(body)).toContain(finding);
});

test.each([
  '{/* un commentaire */}',
  'Du texte {/* et un commentaire */} encore, \\{x\\} et `${HOME}`, `{{ .Values }}`',
  '<code>kubectl get pods</code> et <kbd>Ctrl</kbd>',
  'Une phrase.\n\n---\n\nUne autre.',
  '## Titre\n---\n\n> ## Titre dans une citation',
  '```text\nune illustration\nde deux lignes\n```',
])('%j is left alone', (body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  [
    'La ${HOME}',
    'mettez-le entre accents graves (`${HOME}`), ou écrivez \\{ et \\} ; un commentaire s’écrit {/* … */}',
  ],
  ['<!-- a -->', 'écrivez {/* commentaire */} au lieu de <!-- commentaire -->'],
  ['<https://kubernetes.io>', 'mettez-le entre accents graves, écrivez \\<, ou [texte](adresse) pour un lien'],
  ['{ a', 'mettez-la entre accents graves (`{`), ou écrivez \\{'],
])('%j: the way to write it is told', (body, fix) => {
  expect(parseLesson(lessonSource(body), FILE).findings[0]?.fix).toBe(fix);
});

test.each([
  ['Voir <nom> ici', 'la balise `<nom>` n’est jamais refermée'],
  ['<Notes>\n\na\n\n</Note>', '</Note> est fermé ici, mais c’est <Notes> (ligne 9) qui est ouvert'],
  ['a </Notes>', '</Notes> ferme une balise qui n’est pas ouverte'],
  ['{a b}', 'ce qui est entre accolades serait du JavaScript, et n’en est pas'],
  ['<p>\na </p> **b', 'la balise </p> se ferme au milieu d’un paragraphe où elle ne s’ouvre pas'],
])('%j cannot be read: the reason is French', (body, message) => {
  const [finding] = parseLesson(lessonSource(body), FILE).findings;
  expect(finding).toMatchObject({ code: 'mdx-illisible', message: message.replaceAll('`', '') });
});
