import { expect, test } from 'vitest';
import { snippetMeasures } from '../../../src/site/snippet-measures.ts';
import { snippetView } from '../../../src/site/snippet-view.ts';
import { lessonOf } from './lesson.ts';

/** A Pod's manifest of so many lines, which is applied. */
function measures(lines: number, options = { deck: true }) {
  const code = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:${'\n  # …'.repeat(lines - 5)}`;
  const [snippet] = lessonOf(`\`\`\`yaml file="web.yaml" apply\n${code}\n\`\`\`\n`).snippets;
  if (snippet === undefined) throw new Error('no snippet');
  const view = snippetView(snippet, { proofs: new Map(), stale: [] } as never, 'shared');
  return snippetMeasures(view, view.run, options);
}

test('a long manifest stands beside its commands, and gives way to their longest word', () => {
  expect(measures(11)).toMatchObject({ beside: false });
  expect(measures(12)).toEqual({
    style: '--cols:25;--code:12;--out:0;--commands:1;--code-cols:14;--word:8',
    beside: true,
  });
});

test('a page needs the longest line only', () => {
  expect(measures(12, { deck: false })).toEqual({ style: '--cols:25', beside: false });
});
