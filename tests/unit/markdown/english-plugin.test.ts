import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { englishPlugin, isEnglish } from '../../../src/markdown/english-plugin.ts';

const html = (source: string) => markdownToHtml(source, { hastPlugins: [englishPlugin] }).html;

test.each([
  ['https://kubernetes.io/docs/concepts/', true],
  ['https://kubernetes.io/fr/docs/concepts/', false],
  ['https://kind.sigs.k8s.io/', true],
  ['https://argo-cd.readthedocs.io/en/stable/', true],
  ['https://fr.wikipedia.org/wiki/Conteneur', false],
  ['https://notkubernetes.io/', false],
  ['../pods/', false],
])('the host tells the language, the path where a site has both: %s', (url, english) => {
  expect(isEnglish(url)).toBe(english);
});

test('a link to a page in English says so, once', () => {
  expect(html('Voir [la documentation](https://kubernetes.io/docs/).')).toContain(
    'hreflang="en">la documentation (en\u00A0anglais)</a>',
  );
  expect(html('Voir [la documentation](https://kubernetes.io/docs/) (en anglais).')).toContain('>la documentation</a>');
  expect(html('Voir [la documentation](https://kubernetes.io/fr/docs/).')).not.toContain('anglais');
});
