import type { CourseMeta } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { execWith } from '../machine/exec.ts';
import { settingsOf } from './kind/kind-labs.ts';
import { bashVersion, dockerVersion, requireTools } from './kind/require.ts';

/**
 * Makes sure that the labs of these lessons can be had here; Swarm needs no kind, and a lesson without a cluster no Docker.
 * @throws ToolError for the first tool that lacks, does not answer, or is of a version that will not do
 */
export async function requireFor(lessons: readonly Lesson[], course: CourseMeta): Promise<void> {
  const asked = new Set(lessons.map(({ meta }) => meta.cluster));
  const exec = execWith(process.env);
  if (asked.has('shared') || asked.has('fresh')) await requireTools(settingsOf(course));
  else await Promise.all([bashVersion(exec), ...(asked.has('swarm') ? [dockerVersion(exec)] : [])]);
}
