import { commandsOf } from '../lesson/commands.ts';
import type { Snippet, Wait } from '../lesson/types.ts';
import type { WaitOutcome } from '../judge/outcome.ts';

/** One `wait` of a snippet: a quiet line that unfolds to the command and what it printed. */
export interface WaitView {
  /** « attend que », the object, « soit Ready »: the object is set as code. */
  readonly lead: string;
  readonly target: string;
  readonly goal: string;
  /** What a reader types for it. */
  readonly command: string;
  readonly output?: string;
  readonly durationMs?: number;
}

/**
 * @param records what ran for the snippet's waits, in order; none where nothing is recorded
 * @returns one view for each wait. Before a condition the verifier waits until the object exists: that command is not
 * shown, as a reader who types at human speed never needs it; its time counts.
 */
export function waitViews(snippet: Snippet, records: readonly WaitOutcome[]): WaitView[] {
  let done = 0;
  return snippet.attributes.wait.map((wait) => {
    const { waits: commands } = commandsOf({ ...snippet, attributes: { ...snippet.attributes, wait: [wait] } });
    const own = records.slice(done, done + commands.length);
    done += commands.length;
    const output = own.at(-1)?.output.trimEnd();
    return {
      ...sentenceOf(wait),
      command: commands.at(-1) ?? '',
      ...(output ? { output } : {}),
      ...(own.length === 0 ? {} : { durationMs: own.reduce((sum, { durationMs }) => sum + durationMs, 0) }),
    };
  });
}

function sentenceOf(wait: Wait): Pick<WaitView, 'lead' | 'target' | 'goal'> {
  const target = [wait.target, wait.flags].filter(Boolean).join(' ');
  if (wait.kind === 'rollout') return { lead: 'attend que le déploiement de', target, goal: 'soit terminé' };
  if (wait.condition === 'delete') return { lead: 'attend que', target, goal: 'ait disparu' };
  const [, path, value] = /^jsonpath=\{(.*)\}(?:=(.*))?$/.exec(wait.condition) ?? [];
  if (path === undefined) return { lead: 'attend que', target, goal: `soit ${wait.condition}` };
  return { lead: 'attend que', target, goal: value === undefined ? `ait ${path}` : `ait ${path} = ${value}` };
}
