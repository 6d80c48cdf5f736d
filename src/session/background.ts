import { setTimeout as delay } from 'node:timers/promises';
import type { Step } from '../lesson/plan.ts';
import { excerptOf } from '../judge/excerpt.ts';
import { type Shell, signalGroup } from './shell.ts';
import { StepFailure } from './step-failure.ts';

const POLL_MS = 50;
const STOP_MS = 10_000;

/** A snippet that runs while others do. */
export interface Background {
  readonly step: Step;
  readonly script: string;
  readonly group: number;
  readonly started: number;
}

/**
 * Starts a `background` snippet.
 * @param script its script, written already
 * @returns once it has printed its `ready` text, or at once where it has none
 * @throws StepFailure when it ends, or its time is over, before that
 */
export async function startBackground(shell: Shell, step: Step, script: string): Promise<Background> {
  const { position, attributes } = step.snippet;
  const started = performance.now();
  const group = await shell.start(script);
  if (typeof group !== 'number') throw new StepFailure(position, 'le shell de la leçon ne répond plus');
  const { ready, timeout } = attributes;
  while (ready !== undefined) {
    const output = await shell.outputOf(script);
    if (output.includes(ready)) break;
    const given = performance.now() - started > timeout;
    if (given || !signalGroup(group, 0)) {
      const what = given
        ? `n’a pas affiché « ${ready} » en ${timeout / 1000} s`
        : `s’est terminée avant d’afficher « ${ready} »`;
      throw new StepFailure(
        position,
        `la commande en arrière-plan ${what} → corrigez ready= ou la commande\n${excerptOf(output)}`,
      );
    }
    await delay(POLL_MS);
  }
  return { step, script, group, started };
}

/** Ends it. @returns all that it printed, its exit code (0 where it still ran), and how long it lived, in milliseconds */
export async function stopBackground(shell: Shell, { script, group, started }: Background) {
  const exitCode = await shell.stop(group, STOP_MS);
  return { exitCode, output: await shell.outputOf(script), durationMs: Math.round(performance.now() - started) };
}
