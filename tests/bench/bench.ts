import { buildSpeed } from './build.ts';
import { checkSpeed } from './check.ts';
import { firstViews } from './first-view.ts';
import { firstSnippet } from './first-snippet.ts';
import { judgeSpeed } from './judge.ts';
import { liveSlide } from './live-slide.ts';
import { sessionOverhead } from './session.ts';
import type { BenchWorld, Figure, Measure } from './types.ts';
import { verifyNothing } from './verify-nothing.ts';
import { verifyOverhead } from './verify-overhead.ts';
import { watchingCost } from './watching.ts';

const MEASURES: Readonly<Record<string, Measure>> = {
  session: sessionOverhead,
  premier: firstSnippet,
  rien: verifyNothing,
  verify: verifyOverhead,
  juge: judgeSpeed,
  check: checkSpeed,
  build: buildSpeed,
  'premiere-vue': firstViews,
  direct: liveSlide,
  dessin: watchingCost,
};

/**
 * Measures, and prints one table. Nothing fails: a figure above its goal is marked, and a person reads it.
 * @param names measures to make; all when empty
 */
export async function bench(
  names: readonly string[],
  world: BenchWorld & { print: (line: string) => void },
): Promise<void> {
  world.print('| mesure | durée | processeur | but | comment |\n|---|---:|---:|---|---|');
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const figure of await measure(world)) world.print(rowOf(figure));
  }
}

function rowOf({ what, cost, unit, goal, how }: Figure): string {
  const cell = (of: 'wall' | 'cpu'): string => {
    const value = unit === 's' ? cost[of] / 1000 : cost[of];
    if (Number.isNaN(value)) return '–';
    return `${number(value)} ${unit}${goal?.of === of && value > goal.most ? ' ⚠' : ''}`.trim();
  };
  const target =
    goal === undefined ? '' : `${goal.of === 'wall' ? 'durée' : 'processeur'} ≤ ${number(goal.most)} ${unit}`;
  return `| ${what} | ${cell('wall')} | ${cell('cpu')} | ${target.trim()} | ${how} |`;
}

function number(value: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
}
