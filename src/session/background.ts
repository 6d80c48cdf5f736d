import type { Step } from '../lesson/plan.ts';
import type { Measured, WaitOutcome } from '../judge/outcome.ts';
import { excerptOf } from '../judge/excerpt.ts';
import { within } from './control.ts';
import type { BackgroundScript, Shell } from './shell.ts';
import { StepFailure } from './step-failure.ts';

const POLL_MS = 200;
const STOP_MS = 10_000;

/** A snippet that runs while others do. */
export interface Background {
  readonly step: Step;
  readonly shell: Shell;
  readonly script: BackgroundScript;
  readonly startMs: number;
  readonly started: number;
  readonly waits: readonly WaitOutcome[];
}

/**
 * Starts a `background` snippet.
 * @param options `clock` of the lesson, `rewrite` and `onLine` for its output
 * @returns once it has printed its `ready` text, or at once where it has none
 * @throws StepFailure when it ends, or its time is over, before that
 */
export async function startBackground(
  shell: Shell,
  step: Step,
  options: { clock: () => number; rewrite: (text: string) => string; onLine: (line: string) => void },
): Promise<Background> {
  const { id, code, position, attributes } = step.snippet;
  const [startMs, started] = [options.clock(), performance.now()];
  const script = await shell.start({ code, line: position.line + 1, name: id, onLine: options.onLine });
  const { ready, timeout } = attributes;
  while (ready !== undefined && !options.rewrite(script.output.text()).includes(ready)) {
    const expired = performance.now() - started > timeout;
    const ended = !(await shell.isAlive(script));
    // What it printed last may still be on its way.
    if (ended) await within(POLL_MS, script.output.ended());
    const text = options.rewrite(script.output.text());
    if ((expired || ended) && !text.includes(ready)) throw await unready(shell, step, { script, text, ended });
    await within(POLL_MS, script.output.changed());
  }
  return { step, shell, script, startMs, started, waits: [] };
}

async function unready(
  shell: Shell,
  { snippet: { position, attributes } }: Step,
  { script, text, ended }: { script: BackgroundScript; text: string; ended: boolean },
): Promise<StepFailure> {
  const { exitCode, line } = await shell.stop(script, 0);
  const what = ended
    ? `s’est terminée (code de sortie ${exitCode}) avant d’afficher « ${attributes.ready} »`
    : `n’a pas affiché « ${attributes.ready} » en ${attributes.timeout / 1000} s`;
  const message = `la commande en arrière-plan ${what} → corrigez ready= ou la commande`;
  return new StepFailure({ ...position, line: line || position.line }, `${message}\n${excerptOf(text)}`);
}

/** Ends it. @returns what it did, its exit code 0 where it still ran */
export async function stopBackground(
  { shell, script, startMs, started, waits }: Background,
  rewrite: (text: string) => string,
): Promise<Measured> {
  const { exitCode, line } = await shell.stop(script, STOP_MS);
  const durationMs = Math.round(performance.now() - started);
  return {
    exitCode,
    failedLine: line,
    output: rewrite(script.output.text()),
    startMs,
    durationMs,
    tookMs: durationMs,
    attempts: 1,
    timing: script.output.timing,
    commands: [],
    waits,
  };
}
