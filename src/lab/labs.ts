import type { ClusterKind } from '../lesson/types.ts';
import type { LabContext } from './context.ts';
import { CheckedDownloads } from './downloads.ts';
import { KindLabs } from './kind/kind-labs.ts';
import { NoLab } from './none/no-lab.ts';
import { SwarmLabs } from './swarm/swarm-labs.ts';
import type { LabProvider } from './types.ts';

/** The one place that knows which kind of lab a front matter's `cluster` asks for. */
export function labsOf(context: LabContext): Readonly<Record<ClusterKind, LabProvider>> {
  const compared = new Set<string>();
  const checked = (labs: LabProvider): LabProvider => new CheckedDownloads(context, labs, compared);
  const kind = checked(new KindLabs(context));
  return { none: checked(new NoLab(context)), shared: kind, fresh: kind, swarm: checked(new SwarmLabs(context)) };
}
