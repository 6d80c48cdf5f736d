import { beforeAll, describe, expect, test } from 'vitest';
import { casesOf, type Judged, judgeCases } from '../fixtures/case-course.ts';
import { VERDICTS } from '../cases/verdicts.ts';

const cases = await casesOf('none');

describe('lessons that were judged wrongly once, without a cluster', () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await judgeCases('none', { HTTP_PROXY: 'http://alice:motdepasse@proxy:3128' });
  });

  test.each(cases)('%s', (name) => {
    const verdict = VERDICTS[name];
    if (verdict === 'proven') expect(judged.get(name)).toBe('proven');
    else expect(judged.get(name)).toContain(verdict?.refused);
  });
});

test('every case has its verdict', async () => {
  expect(Object.keys(VERDICTS).sort()).toEqual([...cases, ...(await casesOf('shared'))].sort());
});
