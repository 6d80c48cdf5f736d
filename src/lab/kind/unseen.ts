import { counted } from '../../typography/french.ts';
import type { Shown } from '../types.ts';
import type { PodLife } from './pod-history.ts';

/** A Pod that is still not ready after that long was not just asked for. Milliseconds. */
const PATIENCE = 30_000;

/** What kubectl prints of a Pod in trouble, in whichever view. */
const SIGNS =
  /CrashLoopBackOff|BackOff|Error|ErrImage|ImagePull|OOMKilled|Pending|ContainerCreating|Init:|Unhealthy|Failed|Evicted|Unschedulable|exit(?:ed with)? code|NotReady|not ready|unavailable|timed out|\b0\/[1-9]|\b[1-9]\d* \(\d+\w* ago\)|probe|redémarr|\b(?:137|143)\b/i;

/**
 * Pods that had a trouble which no output of the lesson shows: three that die every few seconds look well in
 * `kubectl get pods` at the right moment.
 * @param shown code and output of each step
 * @param endMs when the lesson ended, on the clock of the Pods' lives
 * @returns a sentence each, for the lesson's author; one for all Pods of an owner
 */
export function unseenTroubles(
  pods: readonly PodLife[],
  shown: readonly Shown[],
  endMs: number,
): { name: string; message: string }[] {
  const troubled = pods.flatMap((pod) => {
    const what = troubleOf(pod, endMs);
    return what === undefined || isShown(pod, shown) ? [] : [{ name: baseOf(pod), what }];
  });
  return [...Map.groupBy(troubled, ({ name }) => name)].map(([name, [first]]) => ({
    name,
    message: `un Pod de « ${name} » ${first?.what}, et aucune sortie de la leçon ne le montre → corrigez-le, ou montrez-le`,
  }));
}

/**
 * Why a program was not even begun. Where it was in the end, the node was at fault (a runtime that is too busy, a Secret
 * that comes a moment later), and the next try is what Kubernetes does about it; where it never is, it is never ready.
 */
const NOT_BEGUN = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError', 'StartError']);

function troubleOf(
  { restarts, reasons, everReady, phase, from, until = Number.POSITIVE_INFINITY }: PodLife,
  endMs: number,
): string | undefined {
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  const began = reasons.length === 0 || !reasons.every((reason) => NOT_BEGUN.has(reason));
  if (restarts > 0 && (began || !everReady)) return `a redémarré ${counted(restarts, 'fois', 'fois')}${why}`;
  if (phase === 'Failed') return `a échoué${why}`;
  if (!everReady && phase !== 'Succeeded' && Math.min(until, endMs) - from > PATIENCE)
    return `n’a jamais été prêt${why}`;
  return undefined;
}

/** The name that its author gave: without what a ReplicaSet and a Pod add to it. */
function baseOf({ name, ownerKind, owner }: PodLife): string {
  if (owner === undefined) return name;
  return ownerKind === 'ReplicaSet'
    ? owner.replace(/-[a-z0-9]{5,10}$/, '')
    : ownerKind === 'Job'
      ? owner.replace(/-\d{8,}$/, '')
      : owner;
}

function isShown(pod: PodLife, shown: readonly Shown[]): boolean {
  const named = new RegExp(`(?<![\\w-])${RegExp.escape(baseOf(pod))}(?![\\w])`);
  return shown.some(({ code, output }) => SIGNS.test(output) && (named.test(output) || named.test(code)));
}
