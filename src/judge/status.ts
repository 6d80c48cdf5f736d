import type { Step } from '../lesson/plan.ts';

/** `proven`: it ended with 0; `expected-failure`: with the `exit=N` asked for, or a check before its solution; `skipped`: not run, for a stated reason. */
export const STATUSES = ['proven', 'expected-failure', 'skipped'] as const;
export type Status = (typeof STATUSES)[number];

/** @returns what a step that holds is recorded as: it follows from what its author wrote */
export function statusOf({ snippet, mustFail }: Pick<Step, 'snippet' | 'mustFail'>): Status {
  const { skip, exit } = snippet.attributes;
  if (skip !== undefined) return 'skipped';
  return mustFail || exit !== 0 ? 'expected-failure' : 'proven';
}
