import { readFile } from 'node:fs/promises';
import { execa } from 'execa';

/** A process, told from a later one that got its number by the time it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: compare it, nothing else. */
  readonly startTime: string;
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
  return { pid, startTime: (await startTimeOf(pid, options)) ?? '' };
}

/** @returns whether that very process still lives: the same number started at another time is another process */
export async function isAlive(identity: ProcessIdentity, options?: ProcOptions): Promise<boolean> {
  const startTime = await startTimeOf(identity.pid, options);
  return startTime !== undefined && startTime === identity.startTime;
}
