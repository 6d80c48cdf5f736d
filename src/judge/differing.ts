import type { Step } from '../lesson/plan.ts';
import { readAuthored, readPrinted } from './accept/blocks.ts';
import { explain } from './explain/explain.ts';
import type { Entry } from './explain/entry.ts';
import type { LessonJudge } from './judge.ts';
import { matchers } from './matchers.ts';
import type { Difference } from './types.ts';

/** A place of a printed output that is not as its author expects; `Difference` counts lines of the author's text. */
export interface Differing extends Omit<Difference, 'line'> {
  /** Line of the output, from 1; absent where a line that was expected is not there. */
  readonly line?: number;
  /** Characters of that line, the end excluded; absent where the whole line differs. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * Where a refused output differs, by the judgement that refused it; empty where its text is not what was refused.
 * @param output as the step printed it
 */
export function differingIn(judge: LessonJudge, step: Step, output: string): Differing[] {
  const { expected, attributes } = step.snippet;
  if (expected === undefined || step.mustFail) return [];
  const scope = judge.scopeOf(step);
  const result = matchers[attributes.expect](expected.text, output, scope);
  if (result.ok) return [];
  if (attributes.expect === 'like') {
    return explain(readAuthored(expected.text, scope), readPrinted(output, scope)).flatMap(placesOf);
  }
  const lines = output.split('\n');
  return result.differences.map(({ line: _, ...difference }) => {
    const index = difference.actual === '' ? -1 : lines.findIndex((line) => line.trim() === difference.actual.trim());
    return index < 0 ? difference : { ...difference, line: index + 1 };
  });
}

function placesOf({ kind, marks, table, differences, found }: Entry): Differing[] {
  const line = found === undefined || kind === 'absent' ? {} : { line: found.line + 1 };
  const marked = marks.flatMap((changes, cell) => {
    // One text for the whole line, or one a cell.
    const { cells } = found ?? {};
    const at = marks.length > 1 ? (cells?.[cell]?.start ?? 0) : 0;
    const column = marks.length > 1 ? table?.columns[cell] : undefined;
    return changes.map(({ expected = '', actual = '', reason = '', start, end }) => ({
      ...line,
      ...(column === undefined ? {} : { column }),
      ...(end > start ? { start: at + start, end: at + end } : {}),
      expected,
      actual,
      reason,
    }));
  });
  return marked.length > 0 ? marked : differences.map(({ line: _, ...difference }) => ({ ...line, ...difference }));
}
