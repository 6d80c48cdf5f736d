import type { Step } from '../lesson/plan.ts';
import type { Expected, Lesson } from '../lesson/types.ts';
import { readAuthored, readPrinted, type Printed } from './accept/blocks.ts';
import { lay, type Laying } from './accept/laying.ts';
import { scopeOf, type Scope } from './accept/scope.ts';
import { show } from './accept/show.ts';
import { vocabularyOf, type Vocabulary } from './accept/vocabulary.ts';
import { excerptOf } from './excerpt.ts';
import { evidenceOf, type Evidence } from './identity/evidence.ts';
import { Identities } from './identity/identities.ts';
import { settle } from './identity/settle.ts';
import { matchers } from './matchers.ts';
import type { Measured } from './outcome.ts';

/** Whether what a step did is what its author expects. */
export type Verdict =
  | {
      readonly ok: true;
      /** The output with `…` where the author wrote it. */
      readonly shown: string;
    }
  | {
      readonly ok: false;
      /** The line of the lesson that does not hold. */
      readonly line: number;
      /** What differs, why it may not, and what to do, in French; the diff below the first line. */
      readonly message: string;
    };

/** What a judge looks at. */
export type Judged = Pick<Measured, 'exitCode' | 'output'> & Partial<Pick<Measured, 'failedLine' | 'waits'>>;

/**
 * The one judge of a lesson, for the session that has just seen an outcome and for the build that reads it again. Judges
 * the steps in the order of the plan: what one accepted output says (which name stands for which) binds those behind it.
 */
export class LessonJudge {
  readonly lesson: Lesson;
  readonly #typed: Vocabulary;
  readonly #identities = new Identities();

  constructor(lesson: Lesson) {
    this.lesson = lesson;
    this.#typed = vocabularyOf(lesson.snippets.map(({ code }) => code));
  }

  /** How the output of a step is read: what its lesson's code says about it. */
  scopeOf({ snippet }: Step): Scope {
    return scopeOf(snippet.code, this.#typed);
  }

  /** Judges an outcome, and remembers nothing of it. */
  judge(step: Step, outcome: Judged): Verdict {
    return this.#consider(step, outcome).verdict;
  }

  /** Remembers what an accepted outcome binds; call it once a step, in the order of the plan. */
  accept(step: Step, outcome: Judged): void {
    const { evidence } = this.#consider(step, outcome);
    if (evidence) this.#identities.accept(evidence);
  }

  #consider(step: Step, { exitCode, output, failedLine = 0 }: Judged): Considered {
    const { snippet, mustFail } = step;
    const { exit } = snippet.attributes;
    const { line } = snippet.position;
    if (mustFail) {
      // Whatever it prints: an exercise's check must end with another code than 0 before the solution.
      if (exitCode !== 0) return { verdict: { ok: true, shown: output } };
      return refuse(line, 'la vérification réussit déjà avant la solution : elle ne vérifie rien', NO_CHECK);
    }
    if (exitCode !== exit) {
      const quoted = output === '' ? '' : `\n${excerptOf(output)}`;
      const message = `code de sortie ${exitCode}, ${exit} attendu${quoted}`;
      return refuse(failedLine || line, message, exit === 0 ? FAILED : SUCCEEDED);
    }
    if (snippet.expected === undefined) {
      const silent = snippet.kind === 'command' || snippet.attributes.apply;
      if (!silent || output === '') return { verdict: { ok: true, shown: output } };
      const message = `cet extrait affiche quelque chose, mais aucun bloc « output » ne le suit\n${excerptOf(output)}`;
      return refuse(line, message, NO_OUTPUT);
    }
    return this.#compare(step, snippet.expected, output);
  }

  #compare(step: Step, expected: Expected, output: string): Considered {
    const { attributes } = step.snippet;
    const scope = this.scopeOf(step);
    const first = expected.position.line + 1;
    if (attributes.expect === 'like') {
      const printed = readPrinted(output, scope);
      const laying = lay(readAuthored(expected.text, scope), printed, scope);
      if (laying) return this.#identify(step, { laying, printed, first });
    }
    const result = matchers[attributes.expect](expected.text, output, scope);
    if (result.ok) return { verdict: result };
    const line = result.differences.find((difference) => difference.line !== undefined)?.line ?? 0;
    return refuse(first + line - 1, `la sortie n’est pas celle qui est attendue\n${excerptOf(result.diff)}`);
  }

  #identify(
    step: Step,
    { laying, printed, first }: { readonly laying: Laying; readonly printed: Printed; readonly first: number },
  ): Considered {
    const evidence = evidenceOf(laying, printed.lines, step.id);
    const found = this.#identities.consider(evidence);
    if ('message' in found) return refuse(first + found.line, found.message);
    return { verdict: { ok: true, shown: show(settle(laying, found.rows), printed) }, evidence };
  }
}

interface Considered {
  readonly verdict: Verdict;
  /** What it says of names, where it is accepted. */
  readonly evidence?: Evidence;
}

const NO_CHECK = 'faites échouer la vérification tant que l’exercice n’est pas résolu';
const FAILED = 'corrigez la commande, ou attendez ce code : exit=N sur le bloc';
const SUCCEEDED = 'la commande devait échouer : corrigez-la, ou changez exit= sur le bloc';
const NO_OUTPUT = 'écrivez sous lui ce qu’il affiche, ou faites-le taire';

function refuse(line: number, message: string, remedy?: string): Considered {
  return { verdict: { ok: false, line, message: remedy === undefined ? message : `${message}\n  → ${remedy}` } };
}
