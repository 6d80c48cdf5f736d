import type { CourseMeta } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { execWith } from '../machine/exec.ts';
import { settingsOf } from './kind/kind-labs.ts';
import { bashVersion, requireTools } from './kind/require.ts';

/**
 * Makes sure that the labs of these lessons can be had here; a lesson without a cluster needs no Docker.
 * @throws ToolError for the first tool that lacks, does not answer, or is of a version that will not do
 */
export async function requireFor(lessons: readonly Lesson[], course: CourseMeta): Promise<void> {
  if (lessons.some(({ meta }) => meta.cluster !== 'none')) await requireTools(settingsOf(course));
  else await bashVersion(execWith(process.env));
}
