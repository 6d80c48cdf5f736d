import { build, preview } from 'astro';
import { requireFor } from '../lab/require-for.ts';
import { messageOf } from '../machine/message-of.ts';
import { ToolError } from '../machine/tool-error.ts';
import { loadCourse } from '../course/load.ts';
import type { Lesson } from '../lesson/types.ts';
import { verify } from '../verify/main.ts';
import { selectLessons } from '../verify/select.ts';
import { UsageError } from '../verify/parsed-args.ts';
import { readOptions, type StartOptions } from './options.ts';

/** The process that `npm start` works in. */
export interface StartProcess {
  readonly root: string;
  readonly args: readonly string[];
}

interface Start extends StartOptions {
  readonly root: string;
}

/** One step: its exit code where it ends the whole, undefined where the next one follows. */
type Action = (start: Start) => Promise<0 | 1 | 2 | undefined>;

const ACTIONS: readonly (readonly [title: string, action: Action])[] = [
  ['Contrôle et preuves', prove],
  ['Construction du site', buildSite],
  ['Service du site', serve],
];

/**
 * The whole job: checks the lessons, proves those that are not proven yet, builds the site and serves it.
 * @returns the exit code of the first step that could not be done, 2 where none was understood; 0 while the site is being served
 */
export async function startCourse({ root, args }: StartProcess): Promise<0 | 1 | 2> {
  const start = startOf(root, args);
  if (start === undefined) return 2;
  for (const [title, action] of ACTIONS) {
    process.stderr.write(`\n── ${title}\n`);
    const code = await action(start);
    if (code !== undefined) return code;
  }
  return 0;
}

/** @returns what to do; undefined where the command line, which is then told why, cannot be understood */
function startOf(root: string, args: readonly string[]): Start | undefined {
  try {
    return { root, ...readOptions(args) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

async function prove({ root }: Start): Promise<1 | 2 | undefined> {
  const stderr = (line: string): void => void process.stderr.write(`${line}\n`);
  const course = await loadCourse(root).catch(() => undefined); // verify says what is wrong with it
  const unproven = course === undefined ? [] : (await selectLessons(course, { lessons: [], all: false })).toRun;
  const lacking = course === undefined || unproven.length === 0 ? undefined : await missingTool(unproven, course.meta);
  if (lacking !== undefined) {
    stderr(withoutTools(unproven, lacking));
    return 2;
  }
  const code = await verify({ root, args: [], stdout: stderr, stderr });
  return code === 0 ? undefined : code;
}

async function missingTool(...needed: Parameters<typeof requireFor>): Promise<ToolError | undefined> {
  try {
    await requireFor(...needed);
    return undefined;
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
}

function withoutTools(lessons: readonly Lesson[], lacking: ToolError): string {
  const names = lessons.map(({ file }) => `  · ${file}`).join('\n');
  return `Ces leçons n’ont pas de preuve à jour :\n${names}\nLes prouver demande Docker et kind :\n${lacking.message}\n  kind : https://kind.sigs.k8s.io/docs/user/quick-start/#installation`;
}

async function buildSite({ root }: Start): Promise<1 | undefined> {
  try {
    await build({ root, logLevel: 'warn' });
    return undefined;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
}

async function serve({ root, port }: Start): Promise<undefined> {
  const server = await preview({ root, logLevel: 'warn', server: { port } });
  const moved = server.port === port ? '' : ` (le port ${port} était pris)`;
  process.stdout.write(`\nLe cours est prêt${moved} : http://localhost:${server.port}/\nCtrl-C pour arrêter.\n`);
  await server.closed();
}
