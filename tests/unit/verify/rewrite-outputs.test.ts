import { expect, test } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { rewriteOutputs } from '../../../src/verify/rewrite-outputs.ts';
import { fence, lessonOf, lessonSource } from '../../fixtures/lesson-source.ts';

const body = [
  fence('bash', 'echo a'),
  '',
  fence('output', 'ancien'),
  '',
  'Texte  avec deux espaces',
  '',
  fence('bash', 'echo b'),
].join('\n');
const change = (index: number, output: string) => {
  const snippet = lessonOf(body).snippets[index];
  if (snippet === undefined) throw new Error('no such snippet');
  return { snippet, output };
};

test('replaces an output and nothing else', () => {
  expect(rewriteOutputs(lessonSource(body), [change(0, 'a\nb\n')])).toBe(lessonSource(body.replace('ancien', 'a\nb')));
});

test('adds an output where there was none, and takes away one that has become empty', () => {
  const result = rewriteOutputs(lessonSource(body), [change(0, ''), change(1, 'b\n')]);
  expect(result).toBe(lessonSource(`${body.replace(`${fence('output', 'ancien')}\n`, '')}\n\n${fence('output', 'b')}`));
});

test('keeps Windows line endings, and fences longer than the backticks inside', () => {
  const source = lessonSource(body).replaceAll('\n', '\r\n');
  const result = rewriteOutputs(source, [change(0, '```\n')]);
  expect(result).toBe(
    lessonSource(body.replace(fence('output', 'ancien'), '````output\n```\n````')).replaceAll('\n', '\r\n'),
  );
});

test.each([
  ['a quote', '> ', '> '],
  ['a list', '- ', '  '],
  ['a list indented by a tab', '-\t', ' \t'],
])('inside %s, keeps what stands before the fence and all that follows', (_, first, next) => {
  const quoted = (text: string) =>
    text
      .split('\n')
      .map((line, at) => (at === 0 ? first : line === '' ? next.trimEnd() : next) + line)
      .join('\n');
  const source = `${lessonSource(quoted(body))}\nfin\n`;
  const snippet = parseLesson(source, 'content/01-essai/lecon.mdx').lesson?.snippets[0];
  if (snippet === undefined) throw new Error('no snippet');
  expect(rewriteOutputs(source, [{ snippet, output: 'a\n' }])).toBe(source.replace('ancien', 'a'));
});

test('a line of Windows among others keeps its ending, and so do the others', () => {
  const source = lessonSource(body).replace('Texte  avec deux espaces\n', 'Texte  avec deux espaces\r\n');
  expect(rewriteOutputs(source, [change(0, 'a\n')])).toBe(source.replace('ancien', 'a'));
});
