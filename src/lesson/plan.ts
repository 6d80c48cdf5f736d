import type { Lesson, Snippet } from './types.ts';

/**
 * One execution. Every snippet is one step, but for an exercise's `check`, which runs before its solution, where it
 * must fail, and after it, where it must pass.
 */
export interface Step {
  /** The snippet's id; `<id>/avant` for a check that must still fail. Key of the transcript's records. */
  readonly id: string;
  readonly snippet: Snippet;
  readonly mustFail: boolean;
}

/**
 * The lesson's executions in order.
 * @returns the steps; a check without a solution behind it keeps only its first, failing run
 */
export function planOf(lesson: Lesson): Step[] {
  const steps: Step[] = [];
  for (const [index, snippet] of lesson.snippets.entries()) {
    const step = { id: snippet.id, snippet, mustFail: false };
    if (!snippet.attributes.check) steps.push(step);
    else steps.push({ ...step, id: `${snippet.id}/avant`, mustFail: true });
    if (endsSolution(lesson.snippets, index)) steps.push(...checksOf(lesson, snippet));
  }
  return steps;
}

function endsSolution(snippets: readonly Snippet[], index: number): boolean {
  const here = snippets[index]?.exercise;
  const next = snippets[index + 1]?.exercise;
  return here?.solution === true && !(next?.solution === true && next.index === here.index);
}

function checksOf(lesson: Lesson, solved: Snippet): Step[] {
  return lesson.snippets
    .filter((other) => other.attributes.check && other.exercise?.index === solved.exercise?.index)
    .map((snippet) => ({ id: snippet.id, snippet, mustFail: false }));
}
