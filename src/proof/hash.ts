import { createHash } from 'node:crypto';
import { imagesOf } from '../course/images.ts';
import type { Course } from '../course/types.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';

/** Raised whenever the session runs the same snippet differently: every proof before it is then worth nothing. */
export const SESSION_SEMANTICS = 1;

/**
 * The key of each step's proof: the step, all that runs before it in its lesson, and what the lesson runs on.
 * Image digests are not in it: the same tag has another digest on another registry.
 * @returns hexadecimal SHA-256 by step id, in the order of the plan
 */
export function hashesOf(lesson: Lesson, course: Pick<Course, 'meta' | 'images'>): Map<string, string> {
  const hashes = new Map<string, string>();
  let previous = sha256({
    semantics: SESSION_SEMANTICS,
    cluster: lesson.meta.cluster,
    nodes: lesson.meta.noeuds,
    namespace: lesson.slug,
    versions: course.meta.versions,
    images: imagesOf(lesson, course.images),
  });
  for (const step of planOf(lesson)) {
    previous = sha256({ previous, step: executionOf(step) });
    hashes.set(step.id, previous);
  }
  return hashes;
}

/** What decides how a step runs: neither its expected output nor how that is compared. */
function executionOf({ snippet, mustFail }: Step) {
  const { file, apply, wait, timeout, retry, exit, background, ready, stop, check, schema, skip } = snippet.attributes;
  const name = background ? snippet.id : undefined;
  const { kind, code } = snippet;
  return {
    kind,
    code,
    mustFail,
    name,
    file,
    apply,
    wait,
    timeout,
    retry,
    exit,
    background,
    ready,
    stop,
    check,
    schema,
    skipped: skip !== undefined,
  };
}

/** @returns the hexadecimal SHA-256 of a value's JSON; keys count in the order in which they were written */
export function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
