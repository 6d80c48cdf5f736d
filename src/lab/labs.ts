import type { ClusterKind } from '../lesson/types.ts';
import { ToolError } from '../machine/tool-error.ts';
import type { LabContext } from './context.ts';
import { KindLabs } from './kind/kind-labs.ts';
import { NoLab } from './none/no-lab.ts';
import type { LabProvider } from './types.ts';

/** The one place that knows which kind of lab a front matter's `cluster` asks for. */
export function labsOf(context: LabContext): Readonly<Record<ClusterKind, LabProvider>> {
  const kind = new KindLabs(context);
  return { none: new NoLab(context), shared: kind, fresh: kind, swarm: notYet };
}

const notYet: LabProvider = {
  enter: (lesson) =>
    Promise.reject(
      new ToolError(`La leçon « ${lesson.slug} » demande un cluster Swarm.`, {
        why: 'ce genre de cluster n’est pas encore construit',
        fix: 'retirez-la de « lecons » dans content/cours.yaml en attendant',
      }),
    ),
};
