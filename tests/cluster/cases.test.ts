import { beforeAll, expect, test } from 'vitest';
import { casesOf, type Judged, judgeCases } from '../fixtures/case-course.ts';
import { VERDICTS } from '../cases/verdicts.ts';
import { requireCluster } from '../require.ts';

const suite = await requireCluster();
const cases = await casesOf('shared');

suite('lessons that were judged wrongly once, on a cluster', () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await judgeCases('shared');
  }, 1_200_000);

  test.each(cases)('%s', (name) => {
    const verdict = VERDICTS[name];
    if (verdict === 'proven') expect(judged.get(name)).toBe('proven');
    else expect(judged.get(name)).toContain(verdict?.refused);
  });
});
