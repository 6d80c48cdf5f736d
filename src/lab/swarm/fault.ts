import { listContainers } from '../../machine/containers.ts';
import type { Exec } from '../../machine/exec.ts';
import { ToolError } from '../../machine/tool-error.ts';
import type { SwarmMachine } from './machines.ts';

/**
 * @param stopped names of the machines that the lesson itself stopped: that is its matter
 * @returns why the machines cannot serve the lesson any more, where one died that it did not stop
 */
export async function faultOf(
  machines: readonly SwarmMachine[],
  stopped: ReadonlySet<string>,
  exec: Exec,
): Promise<ToolError | undefined> {
  try {
    const running = new Set((await listContainers(exec)).filter((each) => each.running).map(({ name }) => name));
    const gone = machines.filter(({ name, container }) => !running.has(container) && !stopped.has(name));
    if (gone.length === 0) return undefined;
    return new ToolError(`Une machine est morte pendant la leçon : ${gone.map(({ name }) => name).join(', ')}.`, {
      why: 'Son conteneur a été arrêté ou supprimé, et la leçon ne l’a pas demandé.',
      fix: 'Relancez la vérification ; si cela se répète, regardez la mémoire et le disque (« npm run doctor »).',
    });
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
}
