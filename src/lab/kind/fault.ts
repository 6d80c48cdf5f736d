import { listContainers } from '../../machine/containers.ts';
import type { Exec } from '../../machine/exec.ts';
import { ToolError } from '../../machine/tool-error.ts';
import { kubectl } from './kubectl.ts';
import type { Cluster } from './types.ts';

/** @returns why the cluster cannot serve a lesson any more, where it cannot: a node that is gone, an API that is silent */
export async function faultOf(cluster: Cluster, exec: Exec): Promise<ToolError | undefined> {
  try {
    const running = (await listContainers(exec)).filter((each) => each.cluster === cluster.name && each.running);
    const gone = cluster.nodes.filter((node) => !running.some(({ name }) => name === node));
    if (gone.length > 0) {
      return new ToolError(`Le cluster ${cluster.name} est mort pendant la leçon.`, {
        why: `Le conteneur de ${gone.join(', ')} a été arrêté ou supprimé : ce n’est pas la faute de la leçon.`,
        fix: 'Relancez la vérification ; si cela se répète, regardez la mémoire et le disque (« npm run doctor »).',
      });
    }
    const answer = await kubectl(exec, cluster, { args: ['get', '--raw', '/readyz', '--request-timeout=10s'] });
    if (answer.ok) return undefined;
    return new ToolError(`L’API du cluster ${cluster.name} ne répond plus.`, {
      why: 'Ses conteneurs vivent, mais kube-apiserver n’est pas prêt : ce n’est pas la faute de la leçon.',
      fix: 'Relancez la vérification ; si cela se répète, regardez la mémoire et le disque (« npm run doctor »).',
      result: answer,
    });
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
}
