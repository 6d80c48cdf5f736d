import type { Proof, RunInfo } from '../proof/types.ts';
import { typeset } from '../typography/typeset.ts';
import { frenchDate, frenchDuration } from '../typography/french.ts';
import { type OutputView, outputView } from './output-view.ts';

/** One execution as the reader sees it: what was printed, and what that is worth. */
export interface RunView {
  readonly state: Proof['state'];
  /** Colour is never the only sign. */
  readonly glyph: string;
  /** « vérifié », « échec attendu (code 1) »… */
  readonly word: string;
  /** Date, version, duration; or the reason. */
  readonly details: readonly string[];
  readonly output?: OutputView;
}

/** The sign of each state, everywhere on the site. */
export const GLYPHS: Readonly<Record<Proof['state'], string>> = {
  proven: '✓',
  'expected-failure': '✗',
  skipped: '–',
  unproven: '○',
};

/** @returns what to show of a step's proof; `run` is absent only where nothing was ever recorded */
export function runView(proof: Proof, run: RunInfo | undefined): RunView {
  const { state } = proof;
  const glyph = GLYPHS[state];
  if (state === 'skipped') return { state, glyph, word: 'non exécuté', details: [typeset(proof.reason)] };
  if (state === 'unproven') return { state, glyph, word: 'non vérifié', details: [typeset(proof.problem.message)] };
  const { exitCode, durationMs } = proof.record;
  const version = run === undefined ? [] : [`Kubernetes ${run.kubernetes.replace(/^v/, '')}`];
  const date = run === undefined ? '' : ` le ${frenchDate(run.date)}`;
  const output = outputView(proof.shown);
  return {
    state,
    glyph,
    word: state === 'proven' ? `vérifié${date}` : `échec attendu (code ${exitCode})${date && `,${date}`}`,
    details: [...version, frenchDuration(durationMs)],
    ...(output === undefined ? {} : { output }),
  };
}
