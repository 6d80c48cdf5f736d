import type { Step } from '../lesson/plan.ts';
import type { ClusterKind } from '../lesson/types.ts';
import type { Proof, RunInfo, StepRecord } from '../proof/types.ts';
import { counted, frenchDate, frenchDuration } from '../typography/french.ts';
import { typeset } from '../typography/typeset.ts';
import { answerOf } from './answer.ts';
import { boxDuration } from './box-duration.ts';
import { type OutputView, outputView } from './output-view.ts';
import { platformOf } from './versions.ts';

/** One execution as the reader sees it: what was printed, and what that is worth. */
export interface RunView {
  readonly state: Proof['state'];
  /** « vérifié », « échec attendu (code 1) »… */
  readonly word: string;
  /** How often it was run, version, duration of all that the box shows; or the reason. */
  readonly details: readonly string[];
  readonly output?: OutputView;
}

/** The sign of each state, everywhere on the site, since colour is never the only one; `base.css` draws them under boxes. */
export const GLYPHS: Readonly<Record<Proof['state'], string>> = {
  proven: '✓',
  'expected-failure': '✗',
  skipped: '–',
  unproven: '○',
};

/** @returns the state that a reader is told: a code that answers a question is no failure */
export function stateOf(proof: Proof, { snippet, mustFail }: Step): Proof['state'] {
  return proof.state === 'expected-failure' && !mustFail && answerOf(snippet) !== undefined ? 'proven' : proof.state;
}

/**
 * @param proof of the step
 * @param run the lesson's run; absent only where nothing was ever recorded
 * @param of the step, and what its lesson runs on
 * @returns what to show of it
 */
export function runView(
  proof: Proof,
  run: RunInfo | undefined,
  { step, cluster }: { step: Step; cluster: ClusterKind },
): RunView {
  const state = stateOf(proof, step);
  if (proof.state === 'skipped') return { state, word: 'non exécuté', details: [typeset(proof.reason)] };
  if (proof.state === 'unproven') {
    return { state, word: 'non vérifié', details: [typeset(proof.problem.message)] };
  }
  const { record } = proof;
  const date = run === undefined ? '' : ` le ${frenchDate(run.date)}`;
  const platform = step.snippet.kind === 'file' ? undefined : platformOf(run, cluster);
  const output = outputView(proof.shown, { printed: record.output, step: step.id });
  return {
    state,
    word: wordOf(record, step, date),
    details: [
      ...repetitionOf(record, step),
      ...(platform === undefined ? [] : [platform]),
      ...durationOf(record, step),
    ],
    ...(output === undefined ? {} : { output }),
  };
}

/** What was done: a file is only written, and a manifest without `apply` only submitted to a dry run. */
function wordOf({ exitCode, status }: StepRecord, { snippet, mustFail }: Step, date: string): string {
  const failed = status === 'expected-failure';
  if (snippet.kind === 'file') return `fichier écrit${date}`;
  if (snippet.kind === 'manifest' && !snippet.attributes.apply) {
    return failed ? `refus attendu du serveur, à blanc,${date}` : `accepté par le serveur, à blanc,${date}`;
  }
  if (!failed) return `vérifié${date}`;
  const answer = mustFail ? undefined : answerOf(snippet);
  if (answer !== undefined) return typeset(`vérifié${date}, code ${exitCode} : ${answer}`);
  return `échec attendu (code ${exitCode})${date && `,${date}`}`;
}

function repetitionOf({ attempts, tookMs }: StepRecord, { snippet }: Step): string[] {
  if (snippet.attributes.retry === undefined || attempts === 1) return [];
  return [`répétée jusqu’à ce résultat (${counted(attempts, 'essai')}, ${frenchDuration(tookMs)})`];
}

/** Writing a file takes no time worth telling; what the repetition says already is not said twice. */
function durationOf(record: StepRecord, { snippet }: Step): string[] {
  const told = snippet.attributes.retry !== undefined && record.attempts > 1 && record.waits.length === 0;
  return snippet.kind === 'file' || told ? [] : [frenchDuration(boxDuration(record))];
}
