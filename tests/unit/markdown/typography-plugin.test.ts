import { expect, test } from 'vitest';
import { render } from './render.ts';

test('prose is set, code and addresses are not', async () => {
  const { code } = await render("Qu'est-ce que `l'API ?` ? Voir [l'API](https://a.fr/l'api) : « tout ».\n");
  expect(code).toContain('Qu’est-ce que ');
  expect(code).toContain("l'API ?");
  expect(code).toContain("https://a.fr/l'api");
  expect(code).toMatch(/(\u202F|\\u202F)\? Voir/);
});

const N = '\u202F';
const W = '\u00A0';

/** The texts that the page shows, joined. */
async function shown(text: string): Promise<string> {
  const { code } = await render(text);
  const texts = [...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
    ([literal]) => JSON.parse(literal.replaceAll(/\\x(..)/g, '\\u00$1')) as string,
  );
  return texts.join('|');
}

test.each([
  ['Que faire des **variables**? Rien.', `${N}? Rien.`],
  ['Voyez *ceci*! Bien.', `${N}! Bien.`],
  ['Le champ `code`: un nombre.', `${W}: un nombre.`],
  ['Voir [ici](https://a.fr); puis là.', `${N}; puis là.`],
  ['Environ **10**% du disque.', `${W}% du disque.`],
])('a sign that touches bold, code or a link is set: %j', async (text, part) => {
  expect(await shown(text)).toContain(part);
});

test.each([
  ['<code>echo "a" ; ls ...</code>', 'echo "a" ; ls ...'],
  ["Tapez <kbd>l'autre ;</kbd>.", "l'autre ;"],
  ['<samp>a ; **b** ...</samp>', ' ...'],
])('what must be typed stays as written: %j', async (text, part) => {
  expect(await shown(text)).toContain(part);
});
