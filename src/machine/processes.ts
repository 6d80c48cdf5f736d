import { readFile, readdir, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcOptions } from './liveness.ts';
import { startTimeOf } from './liveness.ts';

/** Marks every process of a run, whatever becomes of its parents. */
export const RUN_VARIABLE = 'ORCHESTRE_RUN';

export interface ProcessInfo {
  readonly pid: number;
  readonly ppid: number;
  /** Its arguments, separated by spaces. */
  readonly command: string;
}

/**
 * Living processes that were started with `variable=value` in their environment, found in `/proc/PID/environ`; those
 * of other users cannot be read and are left out, as is the process that asks. Empty where there is no /proc (macOS).
 */
export async function processesWith(
  variable: string,
  value: string,
  options: ProcOptions = {},
): Promise<ProcessInfo[]> {
  const { proc = '/proc' } = options;
  const pids = await allPids(proc);
  const found = await Promise.all(pids.map((pid) => infoOf(pid, proc, `${variable}=${value}`)));
  return found.filter((info) => info !== undefined && info.pid !== process.pid) as ProcessInfo[];
}

/** @returns the value of a variable in a process's environment when it was started; undefined where it cannot be read */
export async function variableOf(
  pid: number,
  name: string,
  { proc = '/proc' }: ProcOptions = {},
): Promise<string | undefined> {
  const environ = await readFile(`${proc}/${pid}/environ`, 'utf8').catch(() => '');
  const entry = environ.split('\0').find((each) => each.startsWith(`${name}=`));
  return entry?.slice(name.length + 1);
}

/** Living processes of a run, as `processesWith`. */
export function processesOf(runId: string, options?: ProcOptions): Promise<ProcessInfo[]> {
  return processesWith(RUN_VARIABLE, runId, options);
}

async function allPids(proc: string): Promise<number[]> {
  const entries = await readdir(proc).catch(() => []);
  return entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
}

/** @param entry of its environment that it must have, where one is given */
async function infoOf(pid: number, proc: string, entry?: string): Promise<ProcessInfo | undefined> {
  try {
    const environ = entry === undefined ? [] : (await readFile(`${proc}/${pid}/environ`, 'utf8')).split('\0');
    if (entry !== undefined && !environ.includes(entry)) return undefined;
    const [status, cmdline] = await Promise.all([
      readFile(`${proc}/${pid}/status`, 'utf8'),
      readFile(`${proc}/${pid}/cmdline`, 'utf8'),
    ]);
    if ((await startTimeOf(pid, { proc })) === undefined) return undefined;
    const ppid = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    return { pid, ppid, command: cmdline.split('\0').join(' ').trim() };
  } catch {
    // It ended meanwhile, or belongs to another user.
    return undefined;
  }
}

/**
 * Living processes that have to do with a folder: their environment names it when they were started, they work in it, or
 * a file of it is open. So one is found too that emptied its environment or left its session. Empty where there is no
 * /proc (macOS).
 * @param dir absolute path
 */
export async function processesWithin(dir: string, { proc = '/proc' }: ProcOptions = {}): Promise<ProcessInfo[]> {
  const inside = (path: string): boolean => path === dir || path.startsWith(`${dir}/`);
  const touches = async (pid: number): Promise<boolean> => {
    const environ = await readFile(`${proc}/${pid}/environ`, 'utf8').catch(() => '');
    if (environ.split('\0').some((entry) => inside(entry.slice(entry.indexOf('=') + 1)))) return true;
    const fds = await readdir(`${proc}/${pid}/fd`).catch(() => []);
    const links = ['cwd', ...fds.map((fd) => `fd/${fd}`)].map((name) =>
      readlink(`${proc}/${pid}/${name}`).catch(() => ''),
    );
    return (await Promise.all(links)).some(inside);
  };
  const pids = await allPids(proc);
  const found = await Promise.all(pids.map(async (pid) => ((await touches(pid)) ? infoOf(pid, proc) : undefined)));
  return found.filter((info) => info !== undefined && info.pid !== process.pid) as ProcessInfo[];
}

/** Kills (SIGKILL) all processes of a run but our own ancestors, and those that they still start meanwhile. */
export async function killProcessesOf(runId: string, options: ProcOptions = {}): Promise<ProcessInfo[]> {
  const killed = new Map<number, ProcessInfo>();
  for (let round = 0; round < 50; round++) {
    const spared = await ancestors(options);
    const targets = (await processesOf(runId, options)).filter(({ pid }) => !spared.has(pid));
    if (targets.length === 0) break;
    for (const target of targets) {
      killed.set(target.pid, target);
      try {
        process.kill(target.pid, 'SIGKILL');
      } catch {
        // It ended meanwhile.
      }
    }
    await sleep(10);
  }
  return [...killed.values()];
}

/** A run may be reaped by a process that was started inside it: that one's parents stay. */
async function ancestors({ proc = '/proc' }: ProcOptions): Promise<Set<number>> {
  const found = new Set<number>();
  for (let pid = process.pid; pid > 0 && !found.has(pid);) {
    found.add(pid);
    const status = await readFile(`${proc}/${pid}/status`, 'utf8').catch(() => '');
    pid = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  }
  return found;
}
