import type { Exec } from '../../machine/exec.ts';
import { counted } from '../../typography/french.ts';
import { kubectl } from './kubectl.ts';
import type { Cluster } from './types.ts';

/** @returns the Warning events of a namespace, one sentence a reason: to be told, since a lesson may provoke them */
export async function warningsIn(cluster: Cluster, namespace: string, exec: Exec): Promise<string[]> {
  const args = [
    'get',
    'events',
    `--namespace=${namespace}`,
    '--field-selector=type=Warning',
    '--output=jsonpath={range .items[*]}{.reason}{"\\t"}{.involvedObject.kind}/{.involvedObject.name}{"\\n"}{end}',
  ];
  const result = await kubectl(exec, cluster, { args });
  const rows = result.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  return [...Map.groupBy(rows, ([reason = '']) => reason)].map(
    ([reason, events]) =>
      `${counted(events.length, 'événement')} ${reason} (${events[0]?.[1]}${events.length > 1 ? '…' : ''})`,
  );
}
