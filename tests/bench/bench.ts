import { buildSpeed } from './build.ts';
import { checkSpeed } from './check.ts';
import { firstSnippet } from './first-snippet.ts';
import { sessionOverhead } from './session.ts';
import type { BenchWorld, Figure, Measure } from './types.ts';
import { verifyNothing } from './verify-nothing.ts';

const MEASURES: Readonly<Record<string, Measure>> = {
  session: sessionOverhead,
  premier: firstSnippet,
  rien: verifyNothing,
  check: checkSpeed,
  build: buildSpeed,
};

/**
 * Measures, and prints one table. Nothing fails: a figure above its goal is marked, and a person reads it.
 * @param names measures to make; all when empty
 */
export async function bench(
  names: readonly string[],
  world: BenchWorld & { print: (line: string) => void },
): Promise<void> {
  world.print('| mesure | valeur | but | comment |\n|---|---:|---:|---|');
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const figure of await measure(world)) world.print(rowOf(figure));
  }
}

function rowOf({ what, value, unit, goal, how }: Figure): string {
  const mark = goal !== undefined && value > goal ? ' ⚠' : '';
  const target = goal === undefined ? '' : `≤ ${number(goal)} ${unit}`.trim();
  return `| ${what} | ${number(value)} ${unit}${mark} | ${target} | ${how} |`;
}

function number(value: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
}
