import { LessonJudge } from '../judge/judge.ts';
import { renameExpected, updateExpected } from '../judge/update.ts';
import type { Step } from '../lesson/plan.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';

/** What a step of a lesson printed. */
export interface Printed {
  readonly step: Step;
  readonly output: string;
}

/** A lesson's MDX, and how many of its expected lines are others now. */
export interface Rewriting {
  readonly source: string;
  readonly rewritten: number;
}

/**
 * Puts what was printed in the place of the expected lines and cells that differ, and leaves every other byte as it is,
 * line endings included. Where names no longer stand for names, those of all outputs become the printed ones.
 * @param source the MDX that the lesson was read from
 * @param lesson the lesson
 * @param printed what its steps printed, in the order of the plan; an empty output takes the `output` fence away
 */
export function rewriteOutputs(source: string, lesson: Lesson, printed: readonly Printed[]): Rewriting {
  const texts = newTexts(lesson, printed);
  const lines = source.split('\n'); // a line of Windows keeps its own carriage return
  let rewritten = 0;
  // From the end, so that the lines above keep their numbers.
  const ordered = [...texts].sort(([a], [b]) => b.position.line - a.position.line);
  for (const [snippet, text] of ordered) {
    const { line, column } = snippet.expected?.position ?? snippet.position;
    const opening = lines[line - 1] ?? '';
    const end = opening.endsWith('\r') ? '\r' : '';
    // What stands before the fence (indentation, tabs, a quote's marks) stands before each line; a list's mark only once.
    const prefix = opening.slice(0, column - 1).replaceAll(/[^\s>]/g, ' ');
    const put = (text: string): string => `${text === '' ? prefix.trimEnd() : prefix + text}${end}`;
    const block = blockOf(text).map(put);
    rewritten += countChanges(snippet.expected?.text ?? '', text);
    if (snippet.expected !== undefined) lines.splice(line - 1, snippet.expected.endLine - line + 1, ...block);
    else if (block.length > 0) lines.splice(snippet.endLine, 0, put(''), ...block);
  }
  return { source: lines.join('\n'), rewritten };
}

/** The expected outputs that have to change. */
function newTexts(lesson: Lesson, printed: readonly Printed[]): Map<Snippet, string> {
  const { texts, agree } = updated(lesson, printed, (text) => text);
  if (agree) return texts;
  return updated(lesson, printed, (text, { step, output }, judge) => renameExpected(text, output, judge.scopeOf(step)))
    .texts;
}

function updated(
  lesson: Lesson,
  printed: readonly Printed[],
  rename: (text: string, printed: Printed, judge: LessonJudge) => string,
): { readonly texts: Map<Snippet, string>; readonly agree: boolean } {
  const judge = new LessonJudge(lesson);
  const texts = new Map<Snippet, string>();
  let agree = true;
  for (const one of printed) {
    const { step, output } = one;
    const { snippet, mustFail } = step;
    if (mustFail || snippet.attributes.skip !== undefined) continue;
    const { exit } = snippet.attributes;
    const old = snippet.expected?.text;
    const held = judge.judge(step, { exitCode: exit, output }).ok;
    const like = snippet.attributes.expect === 'like' && old !== undefined;
    const text = held ? (old ?? '') : textFor(snippet, output, judge.scopeOf(step));
    const named = like ? rename(text, one, judge) : text;
    if (named !== (old ?? '')) texts.set(snippet, named);
    const now = withText(step, named);
    agree &&= judge.judge(now, { exitCode: exit, output }).ok;
    judge.accept(now, { exitCode: exit, output });
  }
  return { texts, agree };
}

function withText(step: Step, text: string): Step {
  const position = step.snippet.expected?.position ?? step.snippet.position;
  const { expected: _, ...snippet } = step.snippet;
  return {
    ...step,
    snippet: text === '' ? snippet : { ...snippet, expected: { text, position, endLine: position.line } },
  };
}

function textFor({ attributes, expected }: Snippet, output: string, scope: ReturnType<LessonJudge['scopeOf']>): string {
  if (output === '') return '';
  if (attributes.expect === 'regex')
    return output.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replace(/\n$/, '');
  if (attributes.expect === 'exact' || expected === undefined) return output.replace(/\n$/, '');
  return updateExpected(expected.text, output, scope);
}

/** Lines of either text that the other one does not have, the larger number. */
function countChanges(before: string, after: string): number {
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.split('\n')));
  const left = new Map<string, number>();
  for (const line of old ?? []) left.set(line, (left.get(line) ?? 0) + 1);
  let fresh = 0;
  for (const line of now ?? []) {
    const rest = left.get(line) ?? 0;
    if (rest > 0) left.set(line, rest - 1);
    else fresh += 1;
  }
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(fresh, gone);
}

function blockOf(text: string): string[] {
  if (text === '') return [];
  const fence = fenceFor(text);
  return [`${fence}output`, ...text.split('\n'), fence];
}

/** Longer than any run of backticks in the text. */
function fenceFor(output: string): string {
  const longest = Math.max(2, ...(output.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
}
