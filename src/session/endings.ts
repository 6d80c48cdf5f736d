import type { Position } from '../lesson/types.ts';
import { excerptOf } from '../judge/excerpt.ts';
import type { ShellResult } from './shell.ts';
import { StepFailure } from './step-failure.ts';

/** A command that came to an end of its own. */
export interface Ended {
  readonly exitCode: number;
  /** Line of the lesson of its first failing command; 0 where none failed. */
  readonly line: number;
}

/**
 * Tells the endings that no exit code describes from the others.
 * @param result what the shell reported
 * @param position the snippet's
 * @param timeout milliseconds that it had
 * @throws StepFailure when it never ended, took the shell down, or left a process behind
 */
export function endedNormally({ ending, output }: ShellResult, position: Position, timeout: number): Ended {
  const printed = output === '' ? '' : `\n${excerptOf(output)}`;
  if (ending.kind === 'timeout') {
    throw new StepFailure(
      position,
      `toujours pas terminé après ${timeout / 1000} s → augmentez timeout=, ou utilisez background pour une commande qui dure${printed}`,
    );
  }
  if (ending.kind === 'died') {
    const how = ending.signal === null ? `par exit ${ending.status}` : `tué par ${ending.signal}`;
    throw new StepFailure(
      position,
      `l’extrait a mis fin à son propre shell (${how}) → les extraits suivants en ont besoin : retirez exit, exec, kill ou set -u, ou mettez-les entre parenthèses${printed}`,
    );
  }
  if (ending.jobs.length > 0) {
    throw new StepFailure(
      position,
      `l’extrait laisse un processus derrière lui (${ending.jobs.join(', ')}) → utilisez background, avec ready="…" et stop=${printed}`,
    );
  }
  return { exitCode: ending.status, line: ending.line };
}
