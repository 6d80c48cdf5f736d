import { HOST, machinesOf } from '../lesson/machines.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';

/**
 * How a downloaded check gets where it is typed: a browser saves it on the host, a Swarm lesson's folder is in a machine.
 * @param name the check's file
 * @returns the machine, and the command to type on the host; nothing where the check is typed on the host itself
 */
export function checkCopy(
  { slug, meta }: Lesson,
  { attributes }: Snippet,
  name: string,
): { readonly machine: string; readonly command: string } | undefined {
  const machine = attributes.machine ?? machinesOf(meta.cluster)[0];
  if (machine === undefined || machine === HOST) return undefined;
  return { machine, command: `docker cp ${name} ${machine}:/root/orchestre/${slug}/` };
}
