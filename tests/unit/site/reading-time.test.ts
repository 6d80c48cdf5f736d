import { mdxToMdast } from 'satteri';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { readingMinutes } from '../../../src/site/reading-time.ts';

const minutes = (source: string) => readingMinutes(mdxToMdast(source) as Root);
const words = (count: number) => 'mot '.repeat(count);

test('two hundred words take a minute; nobody reads in none', () => {
  expect(minutes(words(2000))).toBe(10);
  expect(minutes('Court.')).toBe(1);
});

test('code is read more slowly than prose, outputs faster than code, and speaker notes not at all', () => {
  const fence = (info: string) => `\`\`\`${info}\n${'ls\n'.repeat(100)}\`\`\`\n\n`;
  expect(minutes(fence('bash'))).toBe(5);
  expect(minutes(fence('output'))).toBe(2);
  expect(minutes(`<Notes>\n\n${words(2000)}\n\n</Notes>`)).toBe(1);
});
