import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { rewriteOutputs, type Rewriting } from '../../../src/verify/rewrite-outputs.ts';
import { fence, lessonSource } from '../../fixtures/lesson-source.ts';

const body = [
  fence('bash', 'echo a'),
  '',
  fence('output', 'ancien'),
  '',
  'Texte  avec deux espaces',
  '',
  fence('bash', 'echo b'),
].join('\n');

/** Rewrites a lesson whose snippets printed these outputs. */
function rewrite(source: string, ...outputs: readonly string[]): string {
  return rewriting(source, ...outputs).source;
}

function rewriting(source: string, ...outputs: readonly string[]): Rewriting {
  const { lesson } = parseLesson(source, 'content/01-essai/lecon.mdx');
  if (lesson === undefined) throw new Error('no lesson');
  const printed = planOf(lesson).map((step, index) => ({ step, output: outputs[index] ?? '' }));
  return rewriteOutputs(source, lesson, printed);
}

/** One snippet's output, before and after. */
function output(expected: string, printed: string): string {
  const source = (text: string): string => lessonSource(`${fence('bash', 'true')}\n\n${fence('output', text)}`);
  const after = rewrite(source(expected), printed);
  return /```output\n(.*)\n```/s.exec(after)?.[1] ?? after;
}

test('replaces an output and nothing else', () => {
  expect(rewrite(lessonSource(body), 'a\nb\n')).toBe(lessonSource(body.replace('ancien', 'a\nb')));
});

test('adds an output where there was none, and takes away one that has become empty', () => {
  const result = rewrite(lessonSource(body), '', 'b\n');
  expect(result).toBe(lessonSource(`${body.replace(`${fence('output', 'ancien')}\n`, '')}\n\n${fence('output', 'b')}`));
});

test('keeps Windows line endings, and fences longer than the backticks inside', () => {
  const source = lessonSource(body).replaceAll('\n', '\r\n');
  const result = rewrite(source, '```\n');
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
  expect(rewrite(source, 'a\n')).toBe(source.replace('ancien', 'a'));
});

test('a line of Windows among others keeps its ending, and so do the others', () => {
  const source = lessonSource(body).replace('Texte  avec deux espaces\n', 'Texte  avec deux espaces\r\n');
  expect(rewrite(source, 'a\n')).toBe(source.replace('ancien', 'a'));
});

describe('what the author wrote stays where it still matches', () => {
  const pods = (...rows: readonly string[]): string =>
    ['NAME                   READY   STATUS    AGE', ...rows].join('\n');

  test.each([
    [
      'a word of a line, …',
      'Hostname: web-…\n…\nprêt : 3 sur …',
      'Hostname: web-1\nx\ny\nprêt : 2 sur 9',
      'Hostname: web-…\n…\nprêt : 2 sur …',
    ],
    ['a line more, a line less', 'a 12 …\nb\nc', 'a 12 x\nc\nd', 'a 12 …\nc\nd'],
    [
      'a word more, a word less',
      'un deux quatre\nfin de …',
      'un deux trois quatre\nfin de tout',
      'un deux trois quatre\nfin de …',
    ],
    [
      'a cell; ages and names are kept',
      pods('web-6df8c6547f-fl648   1/1     Running   7s', '…'),
      pods('web-77c9b4d5f6-bbbbb   0/1     Pending   3m', 'web-77c9b4d5f6-ccccc   0/1     Pending   3m'),
      pods('web-6df8c6547f-fl648   0/1     Pending   7s', '…'),
    ],
    [
      'a cell that is wider',
      pods('web-0                  1/1     Running   7s'),
      pods('web-0                  0/1     CrashLoopBackOff   9s'),
      pods('web-0                  0/1     CrashLoopBackOff   7s'),
    ],
    [
      'the kernel’s name, which the author left out',
      'noyau …\nprocesseurs : 4',
      'noyau 6.12.1\nprocesseurs : 8',
      'noyau …\nprocesseurs : 8',
    ],
  ])('%s', (_, expected, printed, after) => {
    expect(output(expected, `${printed}\n`)).toBe(after);
    expect(output(after, `${printed}\n`)).toBe(after);
  });

  test('and it is told how many lines are new', () => {
    const source = lessonSource(`${fence('bash', 'true')}\n\n${fence('output', 'a', 'b', 'c', '…')}`);
    expect(rewriting(source, 'a\nx\ny\nd\n').rewritten).toBe(2);
    expect(rewriting(source, 'a\nb\nc\nd\n')).toEqual({ source, rewritten: 0 });
  });

  test('names that no longer stand for names become the printed ones everywhere', () => {
    const pod = (suffix: string): string => `pod/web-6d8f7c9b4d-${suffix}`;
    const source = (...names: readonly string[]): string =>
      lessonSource(names.map((name) => `${fence('bash', 'true')}\n\n${fence('output', pod(name))}`).join('\n\n'));
    expect(rewrite(source('bbbbb', 'ccccc'), `${pod('x2222')}\n`, `${pod('x2222')}\n`)).toBe(source('x2222', 'x2222'));
    expect(rewrite(source('bbbbb', 'ccccc'), `${pod('x2222')}\n`, `${pod('x4444')}\n`)).toBe(source('bbbbb', 'ccccc'));
  });
});
