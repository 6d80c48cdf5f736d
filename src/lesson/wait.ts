import type { Wait } from './types.ts';

const WORKLOADS = /^(deploy|deployment|deployments|ds|daemonset|daemonsets|sts|statefulset|statefulsets)(\.apps)?\//;
const CONDITION = /^(\S+) of (\S+)(.*)$/;

/**
 * Reads `wait="…"`: `deployment/web`, `Ready of pod/x`, `Ready of pod -l app=web`, several separated by commas, each
 * with `-n NAMESPACE` behind it where it is not in the lesson's own.
 * @returns the waits, or what is wrong in French
 */
export function parseWait(text: string): Wait[] | string {
  const waits: Wait[] = [];
  for (const part of text.split(/\s*,\s+/)) {
    const [, condition, target, flags] = CONDITION.exec(part) ?? [];
    if (condition !== undefined && target !== undefined) {
      waits.push({ kind: 'condition', condition, target, flags: (flags ?? '').trim() });
    } else if (WORKLOADS.test(part)) {
      const [workload = '', ...rest] = part.split(/\s+/);
      waits.push({ kind: 'rollout', target: workload, flags: rest.join(' ') });
    } else {
      const instead = /^\d+(ms|s|m)?$/.test(part) ? ' (une durée s’écrit timeout=60s)' : '';
      return `« deployment/NOM » (ou daemonset, statefulset) ou « CONDITION of TYPE/NOM », et non « ${part} »${instead},`;
    }
  }
  return waits;
}
