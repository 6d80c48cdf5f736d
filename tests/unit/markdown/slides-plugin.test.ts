import { expect, test } from 'vitest';
import { render, valuesOf } from './render.ts';

test('slides stand between thematic breaks, with their ranks after the title slide', async () => {
  const { code } = await render('## A\n\n### B\n\n---\n\nsuite\n\n---\n\n## C\n');
  expect(valuesOf(code, 'Slide', 'index')).toEqual(['0', '1', '2']);
  expect(valuesOf(code, 'Slide', 'rang')).toEqual(['2', '3', '4']);
  expect(valuesOf(code, 'Slide', 'total')).toEqual(['4', '4', '4']);
  expect(valuesOf(code, 'Slide', 'titre')).toEqual(['propre', 'herite', 'propre']);
});

test('a slide has one title: its ###, or its ## where it has none', async () => {
  const { code } = await render('## A\n\n### B\n\n### C\n\n---\n\n## D\n');
  expect(valuesOf(code, 'Titre', 'role')).toEqual(['section', 'titre', 'intertitre', 'section']);
  expect(valuesOf(code, 'Titre', 'tete')).toHaveLength(2);
});

test('a solution leaves its exercise; each snippet of it, and the check again, is a slide', async () => {
  const bash = (attribute: string, code: string) => `\`\`\`bash ${attribute}\n${code}\n\`\`\`\n`;
  const solution = `<Solution>\n\n${bash('', 'un')}\n\n${bash('', 'deux')}\n\n</Solution>`;
  const { code } = await render(
    `<Exercice titre="T">\n\n${bash('check', 'test')}\n\n${solution}\n\n</Exercice>\n\n---\n\nfin\n`,
  );
  expect(code.indexOf('Exercice, {')).toBeLessThan(code.indexOf('Corrige, {'));
  expect(valuesOf(code, 'Partie', 'partie')).toEqual(['1', '2', '3']);
  expect(valuesOf(code, 'Partie', 'rang')).toEqual(['3', '4', '5']);
  expect(valuesOf(code, 'Snippet', 'apres')).toEqual(['oui']);
  expect(valuesOf(code, 'Slide', 'rang')).toEqual(['2', '6']);
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
