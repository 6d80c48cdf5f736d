import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofFolder, writeProof } from '../../../src/proof/store.ts';
import { partOf, recordedDuration } from '../../../src/verify/shards.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

const partsOf = (items: readonly string[], durations: readonly (number | undefined)[], count: number) =>
  Array.from({ length: count }, (_, at) => partOf(items, durations, { index: at + 1, count }));

test('the longest lesson is alone, the others share the rest, in their order', () => {
  expect(partsOf(['a', 'b', 'c', 'd'], [10, 60, 20, 25], 2)).toEqual([['b'], ['a', 'c', 'd']]);
});

test('a lesson without a proof counts as the others do on average', () => {
  expect(partsOf(['a', 'b', 'c'], [10, undefined, 30], 2)).toEqual([['c'], ['a', 'b']]);
  expect(partsOf(['a', 'b', 'c'], [undefined, undefined, undefined], 2)).toEqual([['a', 'c'], ['b']]);
});

test('a part may be empty', () => {
  expect(partsOf(['a'], [10], 3)).toEqual([['a'], [], []]);
});

test('each lesson is in one part; no part has more than another but for its last lesson', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (durations, count) => {
        const items = durations.map((_, at) => String(at));
        const parts = partsOf(items, durations, count);
        expect(parts.flat().toSorted()).toEqual(items.toSorted());
        const loads = parts.map((part) => part.reduce((sum, at) => sum + (durations[Number(at)] ?? 0), 0));
        const smallest = parts.map((part) => Math.min(...part.map((at) => durations[Number(at)] ?? 0)));
        for (const [at, load] of loads.entries())
          if ((parts[at] ?? []).length > 1) expect(load - (smallest[at] ?? 0)).toBeLessThanOrEqual(Math.min(...loads));
      },
    ),
  );
});

test('a lesson took as long as its proof says, waits included, stale or not', async () => {
  const root = await mkdtemp(join(tmpdir(), 'parts-'));
  try {
    const course = { ...courseWith([]), root };
    const lesson = lessonOf([fence('bash', 'echo a'), fence('bash wait="deployment/web"', ':')].join('\n\n'), 'shared');
    expect(await recordedDuration(course, lesson)).toBeUndefined();
    await writeProof(proofFolder(root, lesson), transcriptOf(course, lesson));
    // the second step begins at 5 s, takes 1.234 s, and waits for 3.4 s (tests/fixtures/transcript-of.ts)
    expect(await recordedDuration(course, lesson)).toBe(5000 + 1234 + 3400);
    expect(await recordedDuration(course, lessonOf(fence('bash', 'echo b'), 'shared'))).toBe(5000 + 1234 + 3400);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
