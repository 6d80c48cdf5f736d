import fc from 'fast-check';
import { expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { age, ip, podSuffix, table } from './arbitrary.ts';

/** Other values of the same classes each time. */
const pods = (count: number, seed: number): string => {
  const values = fc.sample(fc.tuple(podSuffix, age, ip), { numRuns: count, seed });
  const rows = values.map(([suffix, age, ip], index) => [
    `web${String(index % 7)}-${suffix}`,
    '1/1',
    'Running',
    age,
    ip,
  ]);
  return table([['NAME', 'READY', 'STATUS', 'AGE', 'IP'], ...(seed % 2 === 0 ? rows : rows.toReversed())]);
};
const log = (count: number, seed: number): string =>
  fc
    .sample(fc.tuple(age, ip), { numRuns: count, seed })
    .map(([age, ip], index) => `GET /${String(index)} de ${ip} in ${age}`)
    .join('\n');

// Some tens of milliseconds on an idle machine: the bound only catches another order of growth.
test.each([
  ['500 lines', log(500, 1), log(500, 2), true],
  ['500 lines that differ at the end', log(500, 1), `${log(500, 2)}!`, false],
  ['500 lines after an ellipsis', `…\n${log(500, 1)}`, log(500, 2), true],
  ['1,000 random rows', pods(1000, 1), pods(1000, 2), true],
  ['1,000 random rows of which one differs', pods(1000, 1), pods(1000, 2).replace('Running', 'Pending'), false],
])('%s are compared within two seconds', (_, expected, actual, ok) => {
  const start = performance.now();
  expect(like(expected, actual).ok).toBe(ok);
  expect(performance.now() - start).toBeLessThan(2000);
});
