import { expect, test } from 'vitest';
import { render } from './render.ts';

test('prose is set, code and addresses are not', async () => {
  const { code } = await render("Qu'est-ce que `l'API ?` ? Voir [l'API](https://a.fr/l'api) : « tout ».\n");
  expect(code).toContain('Qu’est-ce que ');
  expect(code).toContain("l'API ?");
  expect(code).toContain("https://a.fr/l'api");
  expect(code).toMatch(/(\u202F|\\u202F)\? Voir/);
});
