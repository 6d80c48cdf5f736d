import { suppliesOf } from '../course/supplies.ts';
import type { Course } from '../course/types.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { sha256Of } from './seal.ts';

/** Raised whenever the session runs the same snippet differently: every proof before it is then worth nothing. */
const SESSION_SEMANTICS = 3;

/**
 * The key of each step's proof: the step, all that runs before it in its lesson, and what the lesson runs on.
 * Image digests are not in it: the same tag has another digest on another registry.
 * @returns hexadecimal SHA-256 by step id, in the order of the plan
 */
export function hashesOf(lesson: Lesson, course: Pick<Course, 'meta' | 'images' | 'downloads'>): Map<string, string> {
  const hashes = new Map<string, string>();
  let previous = sha256Of({
    semantics: SESSION_SEMANTICS,
    cluster: lesson.meta.cluster,
    nodes: lesson.meta.noeuds,
    namespace: lesson.slug,
    supplies: suppliesOf(lesson, course),
  });
  for (const step of planOf(lesson)) {
    previous = sha256Of({ previous, step: executionOf(step) });
    hashes.set(step.id, previous);
  }
  return hashes;
}

/** What decides how a step runs: neither its expected output, nor how that is compared, nor how it is shown. */
function executionOf({ snippet, mustFail }: Step) {
  const { kind, code, attributes } = snippet;
  const {
    id: _,
    skip,
    expect: _expect,
    hidden: _hidden,
    shown: _shown,
    lines: _lines,
    clusterMap: _clusterMap,
    head: _head,
    memo: _memo,
    alt: _alt,
    review: _review,
    ...run
  } = attributes;
  return { kind, code, mustFail, ...run, name: run.background ? snippet.id : undefined, skipped: skip !== undefined };
}
