import { readFile } from 'node:fs/promises';

/** What something takes, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** User and system time, of this process and of the commands that it has waited for: a busy machine does not change it. */
  readonly cpu: number;
}

/** Linux counts the time of processes in hundredths of a second, whatever its kernel does inside. */
const TICK_MS = 10;

/** @returns what the work took; a command counts once it has ended */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [wall, cpu] = [performance.now(), await cpuTime()];
  await work();
  return { wall: performance.now() - wall, cpu: (await cpuTime()) - cpu };
}

/**
 * Repeats a measure: machines are noisy.
 * @returns the medians, each of its own
 */
export async function medianOf(times: number, measure: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < times; round++) costs.push(await measure());
  return middleOf(costs);
}

/** @returns the medians of what was measured, each of its own */
export function middleOf(costs: readonly Cost[]): Cost {
  return { wall: middleValue(costs.map(({ wall }) => wall)), cpu: middleValue(costs.map(({ cpu }) => cpu)) };
}

/** @returns the median, NaN of none; of an even count, the greater of the two in the middle */
export function middleValue(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @returns one more than another, divided by a count: what each more takes */
export function marginalOf(more: Cost, less: Cost, count: number): Cost {
  return { wall: (more.wall - less.wall) / count, cpu: (more.cpu - less.cpu) / count };
}

/** @returns how many times the other it is */
export function ratioOf(one: Cost, other: Cost): Cost {
  return { wall: one.wall / other.wall, cpu: one.cpu / other.cpu };
}

async function cpuTime(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => undefined);
  if (stat === undefined) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), the third follows the name in parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);
}
