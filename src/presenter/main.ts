import { CourseError } from '../course/course-error.ts';
import { lessonsNamed } from '../course/lesson-named.ts';
import { loadCourse } from '../course/load.ts';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { labsOf } from '../lab/labs.ts';
import { requireFor } from '../lab/require-for.ts';
import { readRecords } from '../ledger/ledger.ts';
import { openRun, type Run } from '../ledger/ownership.ts';
import { reapDead } from '../ledger/reaper.ts';
import { defectOf, messageOf } from '../machine/message-of.ts';
import { ToolError } from '../machine/tool-error.ts';
import { LessonPlay } from '../play/lesson-play.ts';
import { endRun } from '../verify/end-run.ts';
import { UsageError } from '../verify/parsed-args.ts';
import { onSignals } from '../verify/signals.ts';
import { isToken, newToken } from './admission.ts';
import { Bridge } from './bridge.ts';
import { browserBundle } from './browser-bundle.ts';
import { speakerViewHashes } from './content-policy.ts';
import { builtDecks } from './deck.ts';
import { endPresentation } from './end.ts';
import { freshSite } from './fresh-site.ts';
import { openBrowser } from './open-browser.ts';
import { misuse, readOptions } from './options.ts';
import type { BridgeEvent } from './protocol.ts';
import { Refusals } from './refusals.ts';
import { type BridgeServer, type ServerOptions, startServer } from './server.ts';

/** The same at each start, so that a window finds the bridge again. */
const PORT = 4330;

/** The process that a presentation works in. */
export interface PresentProcess {
  readonly root: string;
  readonly args: readonly string[];
  /** Where the proofs are, as in `StoreOptions`. */
  readonly proofs?: string;
  /** Of an earlier start, for windows that are still open; a new one by default. */
  readonly token?: string;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/**
 * `npm run present`: serves the site, and runs its snippets when the presenter asks for them.
 * @returns the exit code where it could not begin; undefined while it serves, until a signal ends the process
 */
export async function present(world: PresentProcess): Promise<1 | 2 | undefined> {
  try {
    return await presentCourse(world);
  } catch (error) {
    const fault = error instanceof ToolError || error instanceof UsageError;
    if (!fault && !(error instanceof CourseError)) throw error;
    world.stderr(error.message);
    return fault ? 2 : 1;
  }
}

async function presentCourse(world: PresentProcess): Promise<1 | undefined> {
  const { root, stderr, proofs } = world;
  const options = readOptions(world.args);
  const token = world.token ?? newToken();
  if (!isToken(token))
    throw misuse('ORCHESTRE_JETON n’est pas un jeton : il a 43 caractères (lettres, chiffres, - et _)');
  const course = await loadCourse(root);
  const [lesson] = lessonsNamed(course.lessons, options.lesson === undefined ? [] : [options.lesson], misuse);
  if (lesson === undefined) throw misuse('le cours n’a pas encore de leçon');
  const folder = await freshSite(root, stderr).catch((error: unknown) => stderr(messageOf(error)));
  if (folder === undefined) return 1;
  const decks = await builtDecks(course, folder, { dir: proofs });
  const [bundle, speakerView] = await Promise.all([browserBundle(), speakerViewHashes()]);
  for (const { run, postponed } of await reapDead({ progress: stderr })) {
    stderr(postponed?.message ?? `rangé : ce qu’avait laissé le travail ${run}`);
  }
  const run = await openRun({ root, activity: 'presentation' });
  const kept = await isClusterKept(run);
  const bridge = bridgeOf(course, { run, decks, world });
  let server: BridgeServer | undefined;
  onSignals(async (signal) => {
    stderr(`\n${signal} : fermeture et rangement…`);
    await server?.close();
    await endPresentation(run, { bridge, keep: kept, tell: stderr });
    process.exit(0);
  });
  const site = { folder, decks, bundle, speakerView };
  try {
    server = await listening(
      { site, bridge, token, port: options.port ?? PORT, refuse: new Refusals(stderr).refuse },
      options.port,
    );
  } catch (error) {
    await endRun(run, { keep: false, tell: stderr });
    throw error;
  }
  bridge.prepare(lesson);
  const address = `http://127.0.0.1:${server.port}/${lesson.slug}/diapos/#jeton=${token}`;
  world.stdout(`\n${lesson.meta.titre}\n${address}\nCtrl-C pour arrêter.\n`);
  if (options.open) {
    await openBrowser(address, { dir: run.dir, isOpen: () => bridge.hasWindow, tell: stderr, env: process.env });
  }
  return undefined;
}

/** @throws ToolError where the port that was asked for is taken */
async function listening(options: ServerOptions, asked: number | undefined): Promise<BridgeServer> {
  try {
    return await startServer(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked === undefined) return startServer({ ...options, port: 0 });
    throw new ToolError(`Le port ${asked} est pris.`, {
      why: 'Un autre programme y répond.',
      fix: 'Donnez-en un autre : --port=N.',
    });
  }
}

function bridgeOf(
  course: Course,
  { run, decks, world }: { run: Run; decks: Awaited<ReturnType<typeof builtDecks>>; world: PresentProcess },
): Bridge {
  const { stderr } = world;
  const context = { run, course, progress: (text: string) => bridge.activity(text) };
  let labs = labsOf(context);
  const bridge: Bridge = new Bridge({
    decks,
    play: (lesson, listen) =>
      new LessonPlay(lesson, { run, labs: labs[lesson.meta.cluster], world: process.env, live: true, listen }),
    require: async (lesson) => {
      await requireFor([lesson], course.meta);
      // What could not be had once is tried again, unlike in a verification of many lessons.
      if (run.record.clusters.length + run.record.containers.length === 0) labs = labsOf(context);
    },
    watch: terminalOf(stderr),
    fail: (error) => stderr(error instanceof ToolError ? error.message : defectOf(error)),
  });
  return bridge;
}

/** Says what a presenter needs for a terminal beside the slides, once a lesson is ready, and what went wrong. */
function terminalOf(stderr: (line: string) => void): (event: BridgeEvent, lesson: Lesson) => void {
  let told = '';
  return (event, { slug }) => {
    if (event.type === 'notice') return stderr(event.text);
    if (event.type !== 'state') return;
    const { state, text = '', lab } = event;
    const line = `${slug} · ${[state === 'ready' ? 'prêt' : '', text].filter(Boolean).join(' : ')}`;
    if (state === 'failed' || state === 'preparing') stderr(line);
    if (state !== 'ready' || lab === undefined || told === lab.folder) return;
    told = lab.folder;
    const kubeconfig = lab.kubeconfig === undefined ? [] : [`  export KUBECONFIG=${lab.kubeconfig}`];
    stderr([line, 'Pour un terminal à côté :', ...kubeconfig, `  cd ${lab.folder}`].join('\n'));
  };
}

/** A verification left its cluster for the next run: so does a presentation. */
async function isClusterKept({ stateDir, record }: Run): Promise<boolean> {
  return (await readRecords(stateDir)).some(({ state, root }) => state === 'kept' && root === record.root);
}
