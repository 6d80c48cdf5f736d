import type { Step } from '../lesson/plan.ts';
import { matchers } from './matchers.ts';
import { excerptOf } from './excerpt.ts';
import { scopeOf, type Scope } from './accept/scope.ts';
import { vocabularyOf } from './accept/vocabulary.ts';
import type { Measured } from './outcome.ts';

/** What a step did, before anybody has judged it. */
export type Outcome = Pick<Measured, 'exitCode' | 'output'> & {
  /** Line of the lesson of its first failing command; 0 where none is known. */
  readonly line?: number;
};

export type Comparison =
  | { readonly ok: true; readonly shown: string }
  | {
      readonly ok: false;
      /** What differs and why it may not, in French; the diff below the first line. */
      readonly message: string;
      /** The line of the lesson that no longer holds. */
      readonly line: number;
    };

/**
 * The one judgement of an outcome, for the session that has just seen it and for the build that reads it again.
 * An exercise's check must end with another code than 0 before the solution, whatever it prints.
 */
export function compareStep(
  { snippet, mustFail }: Step,
  { exitCode, output, line: failedAt = 0 }: Outcome,
  scope: Scope = scopeOf(snippet.code, vocabularyOf([snippet.code])),
): Comparison {
  const { exit, expect } = snippet.attributes;
  const { line } = snippet.position;
  if (mustFail) {
    if (exitCode !== 0) return { ok: true, shown: output };
    return { ok: false, line, message: 'la vérification réussit déjà avant la solution : elle ne vérifie rien' };
  }
  if (exitCode !== exit)
    return {
      ok: false,
      line: failedAt || line,
      message: `code de sortie ${exitCode}, ${exit} attendu${output === '' ? '' : `\n${excerptOf(output)}`}`,
    };
  if (snippet.expected === undefined) {
    const silent = snippet.kind === 'command' || snippet.attributes.apply;
    if (!silent || output === '') return { ok: true, shown: output };
    return {
      ok: false,
      line,
      message: `cet extrait affiche quelque chose, mais aucun bloc « output » ne le suit\n${excerptOf(output)}`,
    };
  }
  const result = matchers[expect](snippet.expected.text, output, scope);
  if (result.ok) return result;
  const first = result.differences.find((difference) => difference.line !== undefined)?.line ?? 0;
  return {
    ok: false,
    line: snippet.expected.position.line + first,
    message: `la sortie n’est pas celle qui est attendue\n${excerptOf(result.diff)}`,
  };
}
