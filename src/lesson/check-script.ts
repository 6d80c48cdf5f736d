import type { Lesson, Snippet } from './types.ts';

/**
 * The file under which a student keeps an exercise's check, and types `bash verifier.sh`.
 * @returns the author's name, or `verifier.sh`, `verifier-2.sh`… in the order of the lesson's checks
 */
export function checkName(lesson: Lesson, { id, attributes }: Snippet): string {
  if (attributes.file !== undefined) return attributes.file;
  const rank = lesson.snippets.filter((each) => each.attributes.check).findIndex((each) => each.id === id);
  return rank <= 0 ? 'verifier.sh' : `verifier-${rank + 1}.sh`;
}

/** A snippet stops at its first command that fails: a script of its own does so only when it is told. */
const STOP = 'set -e\n';

/** @returns what that file holds, with a line break at its end */
export function checkScript({ code }: Snippet): string {
  return `${STOP}${code}\n`;
}
