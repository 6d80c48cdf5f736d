import { expect, test } from 'vitest';
import { render, valuesOf } from './render.ts';

test('slides stand between thematic breaks, with their ranks after the title slide and the objectives', async () => {
  const { code } = await render('## A\n\n### B\n\n---\n\nsuite\n\n---\n\n## C\n');
  expect(valuesOf(code, 'Slide', 'index')).toEqual(['0', '1', '2']);
  expect(valuesOf(code, 'Slide', 'rang')).toEqual(['3', '4', '5']);
  expect(valuesOf(code, 'Slide', 'total')).toEqual(['5', '5', '5']);
  expect(valuesOf(code, 'Ouverture', 'total')).toEqual(['5']);
  expect(valuesOf(code, 'Slide', 'titre')).toEqual(['propre', 'herite', 'propre']);
});

test('a slide has one title: its ###, or its ## where it has none', async () => {
  const { code } = await render('## A\n\n### B\n\n### C\n\n---\n\n## D\n');
  expect(valuesOf(code, 'Titre', 'role')).toEqual(['section', 'titre', 'intertitre', 'section']);
  expect(valuesOf(code, 'Titre', 'tete')).toHaveLength(2);
});

const bash = (attribute: string, code: string) => `\`\`\`bash ${attribute}\n${code}\n\`\`\`\n`;
const exercise = (...solution: string[]) =>
  `<Exercice titre="T">\n\n${bash('check', 'test')}\n\n<Solution>\n\n${solution.join('\n\n')}\n\n</Solution>\n\n</Exercice>\n\n---\n\nfin\n`;

const long = (name: string): string => Array.from({ length: 12 }, (_, line) => `echo ${name} ${line}`).join('\n');

test('a solution leaves its exercise; its short steps and the verdict share a slide', async () => {
  const { code } = await render(exercise('D’abord :', bash('', 'un'), 'puis :', bash('', 'deux')));
  expect(code.indexOf('Exercice, {')).toBeLessThan(code.indexOf('Corrige, {'));
  expect(valuesOf(code, 'Partie', 'partie')).toEqual(['1']);
  expect(valuesOf(code, 'Partie', 'rang')).toEqual(['4']);
  expect(valuesOf(code, 'Snippet', 'apres')).toEqual(['oui']);
  expect(valuesOf(code, 'Slide', 'rang')).toEqual(['3', '5']);
});

test('long steps of a solution are slides of their own, each behind the words that lead to it', async () => {
  const { code } = await render(exercise('D’abord :', bash('', long('un')), 'ensuite :', bash('', long('deux'))));
  expect(valuesOf(code, 'Partie', 'partie')).toEqual(['1', '2', '3']);
  expect(valuesOf(code, 'Partie', 'rang')).toEqual(['4', '5', '6']);
  expect(code.indexOf('"ensuite')).toBeGreaterThan(code.lastIndexOf('Partie, {', code.indexOf('"ensuite')));
});

test('what only the page has opens no slide of its own', async () => {
  const { code } = await render(exercise(bash('', 'un'), '<Lecture>\n\npage\n\n</Lecture>'));
  expect(valuesOf(code, 'Partie', 'partie')).toEqual(['1']);
});

test('what follows an exercise has a slot, which a page shows behind the solution', async () => {
  const { code } = await render(
    '<Exercice titre="T">\n\n<Solution>\n\nainsi\n\n</Solution>\n\n</Exercice>\n\nensuite\n',
  );
  expect(valuesOf(code, 'Corrige', 'slot')).toEqual(['corrige']);
  expect(valuesOf(code, 'Suite', 'slot')).toEqual(['suite']);
  expect(code.indexOf('"ensuite"')).toBeGreaterThan(code.indexOf('Suite, {'));
});

test('the author’s Fragment does not take the name that Astro needs', async () => {
  const { code } = await render('<Fragment>\n\npas à pas\n\n</Fragment>\n');
  expect(code).toContain('_jsx(Etape,');
});
