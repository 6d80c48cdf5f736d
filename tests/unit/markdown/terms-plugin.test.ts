import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { termsPlugin } from '../../../src/markdown/terms-plugin.ts';
import type { Term } from '../../../src/site/terms.ts';

const TERMS: Term[] = [
  { id: 'pod', forms: ['Pod'] },
  { id: 'noeud', forms: ['nœud', 'node'] },
  { id: 'control-plane', forms: ['control plane'] },
  { id: 'plane', forms: ['plane'] },
];

/** Which words of the text became links, with what they lead to. */
function linked(text: string): string[] {
  const { code } = mdxToJs(text, { mdastPlugins: [termsPlugin(TERMS)] });
  return [...code.matchAll(/Terme, \{\s*id: "([^"]*)",\s*children: "([^"]*)"/g)].map(
    ([, id, word]) => `${word} → ${id}`,
  );
}

test('a term leads to the glossary where a page uses it first, in the plural and under its other names too', () => {
  expect(linked('Des Pods, un Pod.\n\nEncore un Pod, sur un node.\n\nDeux nœuds.')).toEqual([
    'Pods → pod',
    'node → noeud',
  ]);
});

test('it may begin a sentence, and is no part of another word or of a longer term', () => {
  expect(linked('Nœud après nœud.')).toEqual(['Nœud → noeud']);
  expect(linked('PodDisruptionBudget, pod, web-node, plane/x.')).toEqual([]);
  expect(linked('Le control plane.')).toEqual(['control plane → control-plane']);
});

test('in titles, links, code, notes and definitions words stay words', () => {
  expect(
    linked(
      '## Le Pod\n\n[un Pod](x) `Pod`\n\n<Notes>Un Pod.</Notes>\n\n<Definition terme="nœud">Porte des Pods.</Definition>\n',
    ),
  ).toEqual([]);
});
