import { parseAllDocuments } from 'yaml';
import type { Exec } from '../../machine/exec.ts';
import { kubectl } from './kubectl.ts';
import type { Cluster } from './types.ts';

/**
 * Fields that the server takes and does not keep: those of a feature that is not enabled are dropped without a word,
 * strict validation or not (Kubernetes 1.37: `emptyDir.mode`, `configMap.defaultUser`).
 * @param manifest YAML that was applied, or accepted by a dry run
 * @returns their paths; nothing where the server does not take the manifest now, which is then somebody else's matter
 */
export async function lostFieldsOf(
  manifest: string,
  { cluster, namespace, exec }: { cluster: Pick<Cluster, 'kubeconfig'>; namespace: string; exec: Exec },
): Promise<string[]> {
  const args = ['apply', '--dry-run=server', '--output=json', `--namespace=${namespace}`, '--filename=-'];
  const result = await kubectl(exec, cluster, { args, input: manifest });
  if (!result.ok) return [];
  const answer = JSON.parse(result.stdout) as { kind: string; items?: unknown[] };
  const kept = answer.kind === 'List' ? (answer.items ?? []) : [answer];
  const sent = parseAllDocuments(manifest).map((document): unknown => document.toJS());
  return sent.filter((each) => each !== null).flatMap((each, index) => lostIn(each, kept[index]));
}

/** Written once and read elsewhere, or nobody's to write. */
const ELSEWHERE = new Set(['status', 'stringData', 'metadata.creationTimestamp', 'metadata.namespace']);

/** @returns paths of the leaves of `sent` that `kept` lacks: values may be written otherwise, but not be gone */
export function lostIn(sent: unknown, kept: unknown, path = ''): string[] {
  if (sent === null || sent === undefined || ELSEWHERE.has(path)) return [];
  if (Array.isArray(sent)) {
    const list = Array.isArray(kept) ? (kept as unknown[]) : [];
    return sent.flatMap((each: unknown, index) => lostIn(each, counterpart(each, list, index), `${path}[${index}]`));
  }
  if (typeof sent === 'object') {
    const object = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
    return Object.entries(sent).flatMap(([key, value]) =>
      lostIn(value, object[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return kept === undefined ? [path] : [];
}

/** Lists merge by name where their items have one; what the server adds may stand before. */
function counterpart(item: unknown, list: readonly unknown[], index: number): unknown {
  const name = nameOf(item);
  return name === undefined ? list[index] : (list.find((each) => nameOf(each) === name) ?? list[index]);
}

function nameOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
}
