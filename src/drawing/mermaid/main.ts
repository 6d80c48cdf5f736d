import { parseArgs } from 'node:util';
import { formatFinding } from '../../lesson/format-finding.ts';
import { CourseError } from '../../course/course-error.ts';
import { lessonsNamed } from '../../course/lesson-named.ts';
import { loadCourse } from '../../course/load.ts';
import type { Course } from '../../course/types.ts';
import type { Finding } from '../../lesson/types.ts';
import { typeset } from '../../typography/typeset.ts';
import { findChromium, NoBrowserError } from './chromium.ts';
import { openDrawer } from './drawer.ts';
import { lintDiagrams } from './lint.ts';
import { staleDiagrams } from './stale.ts';
import { updateDiagrams } from './update.ts';

/** What the command sees of the world. */
export interface World {
  /** The project's root, absolute. */
  readonly root: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/**
 * `npm run diagrams [lessons] [--check | --all]`: draws what is stale; `--check` only says what is; `--all` draws
 * everything again.
 * @returns the exit code: 0 all drawings are those of their fences, 1 an author has to act, 2 no browser, wrong use
 */
export async function diagrams(world: World): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parseArgs({
      args: [...world.args],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, all: { type: 'boolean' } },
    });
    const course = await loadCourse(world.root);
    const lessons = lessonsNamed(course.lessons, positionals, (reason) => new UsageError(reason));
    const chosen = { ...course, lessons };
    const findings = values.check
      ? [...lintDiagrams(chosen), ...(await staleDiagrams(chosen))]
      : await draw(chosen, world, values.all ?? false);
    for (const finding of findings) world.stdout(formatFinding(finding));
    if (findings.length === 0) world.stderr('Les diagrammes sont à jour.');
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    return explain(error, world);
  }
}

async function draw(course: Course, world: World, all: boolean): Promise<readonly Finding[]> {
  const { drawn, removed, findings } = await updateDiagrams(course, {
    all,
    openDrawer: () => openDrawer(findChromium(world.env)),
  });
  for (const path of drawn) world.stderr(`dessiné  ${path}`);
  for (const path of removed) world.stderr(`retiré   ${path}`);
  return findings;
}

/** The command was not given what it needs. */
class UsageError extends Error {}

const USAGE = 'option inconnue → usage : npm run diagrams -- [leçon…] [--check | --all]';

function explain(error: unknown, { stdout, stderr }: World): 1 | 2 {
  if (error instanceof CourseError) {
    for (const finding of error.findings) stdout(formatFinding(finding));
    return 1;
  }
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof UsageError) && !(error instanceof NoBrowserError)) throw error;
  stderr(typeset(isUsage ? USAGE : error.message));
  return 2;
}
