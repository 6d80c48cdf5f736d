import { commandsOf } from '../lesson/commands.ts';
import { HOST, machinesOf } from '../lesson/machines.ts';
import type { ClusterKind, Snippet } from '../lesson/types.ts';
import type { LessonProof, Proof } from '../proof/types.ts';
import { type RunView, runView } from './run-view.ts';
import { type WaitView, waitViews } from './wait-view.ts';

/** A wait or apply command that the snippet stands for, with how long it took where that is recorded. */
export interface CommandView {
  readonly command: string;
  readonly durationMs?: number;
}

/** A snippet as IDENTITY.md draws it. */
export interface SnippetView {
  readonly snippet: Snippet;
  /** The file's name, or the prompt. */
  readonly title: string;
  /** `$`, or, where there are several machines, `vagrantbox-2 $`. */
  readonly prompt: string;
  readonly apply?: string;
  /** Every command that its waits stand for, one by one. */
  readonly waits: readonly CommandView[];
  readonly waiting: readonly WaitView[];
  readonly run: RunView;
  /** The run before the solution, of an exercise's check. */
  readonly before?: RunView;
  /** Length of the longest line of code or output, in characters. */
  readonly columns: number;
}

const MISSING: Proof = {
  state: 'unproven',
  problem: {
    kind: 'preuve-absente',
    step: '',
    position: { file: '', line: 1, column: 1 },
    message: 'aucune exécution enregistrée',
    fix: '',
  },
};

/**
 * @param cluster what its lesson runs on
 * @returns everything that is shown of one snippet
 */
export function snippetView(snippet: Snippet, { proofs, run }: LessonProof, cluster: ClusterKind): SnippetView {
  const { apply, waits } = commandsOf(snippet);
  const proof = proofs.get(snippet.id) ?? MISSING;
  const before = proofs.get(`${snippet.id}/avant`);
  const last = runView(proof, run, { step: { id: snippet.id, snippet, mustFail: false }, cluster });
  const recorded = 'record' in proof ? proof.record.waits : [];
  const lines = [...snippet.code.split('\n'), apply ?? '', ...waits];
  return {
    snippet,
    title: titleOf(snippet, cluster),
    prompt: promptOf(snippet, cluster),
    ...(apply === undefined ? {} : { apply }),
    waits: waits.map((command, index) => {
      const durationMs = recorded[index]?.durationMs;
      return durationMs === undefined ? { command } : { command, durationMs };
    }),
    waiting: waitViews(snippet, recorded),
    run: last,
    ...(before === undefined
      ? {}
      : { before: runView(before, run, { step: { id: `${snippet.id}/avant`, snippet, mustFail: true }, cluster }) }),
    columns: Math.max(...lines.map((line) => line.length), last.output?.columns ?? 0),
  };
}

function titleOf(snippet: Snippet, cluster: ClusterKind): string {
  const { file, machine } = snippet.attributes;
  if (file === undefined) return promptOf(snippet, cluster);
  return machine === undefined ? file : `${machine}:${file}`;
}

/** Where there are several machines, which one the reader types on. */
function promptOf({ attributes: { machine } }: Snippet, cluster: ClusterKind): string {
  const [first] = machinesOf(cluster);
  if (first === undefined) return '$';
  return machine === HOST ? 'poste $' : `${machine ?? first} $`;
}
