import type { Position } from '../lesson/types.ts';
import { excerptOf } from '../judge/excerpt.ts';
import type { Death } from './control.ts';
import type { ShellGone } from './shell-gone.ts';
import type { Script, ShellResult } from './shell.ts';
import { StepFailure } from './step-failure.ts';
import { backgroundLineOf, misplacedIn } from './units.ts';

/** A script that came to an end of its own. */
export interface Ended {
  readonly exitCode: number;
  /** Line of the lesson of its first failing command; 0 where none is known. */
  readonly line: number;
}

/**
 * Tells the endings that no exit code describes from the others.
 * @param result what the shell reported, its output rewritten
 * @param script what was run
 * @param position the snippet's
 * @throws StepFailure when it never ended, took the shell down, or left a process behind
 */
export function endedNormally({ ending, output, commands }: ShellResult, script: Script, position: Position): Ended {
  const fail = (line: number, message: string): StepFailure =>
    new StepFailure({ ...position, line }, output === '' ? message : `${message}\n${excerptOf(output)}`);
  const current = script.line + firstCodeLine(script.code, commands.at(-1)?.from ?? 1) - 1;
  const command = lineOf(script, current);
  if (ending.kind === 'timeout' && ending.answered)
    throw fail(
      current,
      `le shell de la leçon ne répond plus après « ${command} » → l’extrait a changé une commande dont le vérificateur a besoin (builtin, exec 250>…) : retirez-le`,
    );
  if (ending.kind === 'timeout')
    throw fail(
      current,
      `« ${command} » n’est pas terminé ${script.timeout / 1000} s après le début de l’extrait → augmentez timeout=, ou utilisez background pour une commande qui dure`,
    );
  if (ending.kind === 'died') {
    const cause = causeOf(script, output, current);
    throw fail(
      cause.line,
      `l’extrait a mis fin à son propre shell (${causeOfDeath(ending)}) : ${cause.what} → chez le lecteur, le terminal se fermerait, et les extraits suivants en ont besoin : ${cause.fix}`,
    );
  }
  if (ending.jobs.length > 0) {
    const line = backgroundLineOf(script.code);
    throw fail(
      line === undefined ? position.line : script.line + line - 1,
      `l’extrait laisse un processus derrière lui (${ending.jobs.join(', ')}) → lancez-le par un extrait background, avec ready="…" et stop=`,
    );
  }
  return { exitCode: ending.status, line: ending.line };
}

/** @returns what an author is told of a shell that was gone when something was asked of it for his snippet */
export function goneFailure({ ending }: ShellGone, position: Position): StepFailure {
  const message =
    ending.kind === 'died'
      ? `le shell de la leçon s’est fermé (${causeOfDeath(ending)}) pendant que cet extrait s’exécutait → retirez ce qui le ferme (exit, kill $$) : les extraits suivants en ont besoin`
      : 'le shell de la leçon ne répond plus pendant que cet extrait s’exécute → retirez ce qui l’arrête (kill -STOP $$), ou change une commande dont le vérificateur a besoin (builtin, exec 250>…)';
  return new StepFailure(position, message);
}

function causeOfDeath({ signal, status }: Death): string {
  return signal === null ? `code ${status}` : `tué par ${signal}`;
}

interface Cause {
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

function causeOf(script: Script, output: string, current: number): Cause {
  const [fatal] = misplacedIn(script.code).fatal.filter(({ line }) => script.line + line - 1 >= current);
  if (/unbound variable|parameter null or not set/.test(output) || /\$\{\w+:?\?/.test(script.code))
    return {
      line: current,
      what: 'une variable n’a pas de valeur (set -u, ou ${x:?})',
      fix: 'donnez-lui une valeur, ou mettez la commande entre parenthèses',
    };
  if (fatal !== undefined)
    return {
      line: script.line + fatal.line - 1,
      what: `« ${fatal.word} »`,
      fix: `retirez ${fatal.word}, ou mettez-le entre parenthèses`,
    };
  if (/\bset\s+[^;&|\n]*(-[a-zA-Z]*e|errexit)/.test(script.code))
    return { line: current, what: '« set -e » le ferme à la première erreur', fix: 'retirez set -e' };
  return {
    line: current,
    what: `« ${lineOf(script, current)} »`,
    fix: 'retirez ce qui le ferme (exit, exec, kill), ou mettez-le entre parenthèses',
  };
}

function lineOf({ code, line }: Script, at: number): string {
  return code.split('\n')[at - line]?.trim() ?? '';
}

/** Above the code of a unit stand comments and blank lines only. */
function firstCodeLine(code: string, from: number): number {
  const index = code.split('\n').findIndex((line, at) => at >= from - 1 && !/^\s*(#|$)/.test(line));
  return index < 0 ? from : index + 1;
}

/** What to do about words that have no meaning where they stand; empty where there are none. */
export function adviceOn(code: string, firstLine: number): string {
  return misplacedIn(code)
    .useless.map(({ word, line }) => {
      const place = word === 'return' ? 'd’une fonction' : 'd’une boucle';
      return `\n→ « ${word} » (ligne ${firstLine + line - 1}) n’a pas de sens hors ${place} : le terminal du lecteur répond par une erreur et continue ; retirez-le`;
    })
    .join('');
}
