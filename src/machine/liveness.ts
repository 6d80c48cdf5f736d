import { readFile, readlink } from 'node:fs/promises';
import { execa } from 'execa';

/** A process, told from a later one that got its number by the time it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: compare it, nothing else. */
  readonly startTime: string;
  /** Where its number means something: the system's start and the PID namespace (Linux). */
  readonly place?: { readonly boot: string; readonly namespace: string } | undefined;
}

export interface ProcOptions {
  /** Where the kernel shows its processes; tests pass a folder of their own. */
  readonly proc?: string;
}

/** @returns when the process started, or undefined when it does not live (a zombie does not) */
export async function startTimeOf(pid: number, { proc = '/proc' }: ProcOptions = {}): Promise<string | undefined> {
  if (process.platform !== 'linux') return startTimeFromPs(pid);
  try {
    const stat = await readFile(`${proc}/${pid}/stat`, 'utf8');
    // proc(5): the name, in parentheses, may hold spaces and parentheses; state is the first field after it, the
    // start time, in ticks since boot, the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** macOS has no /proc. */
async function startTimeFromPs(pid: number): Promise<string | undefined> {
  const { stdout } = await execa('ps', ['-o', 'lstart=', '-p', String(pid)], { reject: false });
  return stdout.trim() || undefined;
}

export async function identityOf(pid: number, options?: ProcOptions): Promise<ProcessIdentity> {
  const place = await placeHere(options);
  return { pid, startTime: (await startTimeOf(pid, options)) ?? '', ...(place === undefined ? {} : { place }) };
}

async function placeHere({ proc = '/proc' }: ProcOptions = {}): Promise<ProcessIdentity['place']> {
  try {
    const boot = (await readFile(`${proc}/sys/kernel/random/boot_id`, 'utf8')).trim();
    return { boot, namespace: await readlink(`${proc}/self/ns/pid`) };
  } catch {
    return undefined; // macOS
  }
}

/**
 * @returns whether that very process still lives: the same number started at another time is another process. Of a
 * process in another container that shares the home folder nobody here can tell: it counts as alive.
 */
export async function isAlive(identity: ProcessIdentity, options?: ProcOptions): Promise<boolean> {
  const [there, here] = [identity.place, await placeHere(options)];
  if (there !== undefined && there.boot === here?.boot && there.namespace !== here.namespace) return true;
  const startTime = await startTimeOf(identity.pid, options);
  return startTime !== undefined && startTime === identity.startTime;
}
