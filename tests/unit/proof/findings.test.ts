import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Lesson } from '../../../src/lesson/types.ts';
import { proofFindings } from '../../../src/proof/findings.ts';
import { proofFolder, writeProof } from '../../../src/proof/store.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { BODY_LINE, fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

const body = (first: string, expected: string) =>
  lessonOf([fence('bash', first), fence('output', expected), fence('bash', ':')].join('\n'));
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'preuves-'));
  const lesson = body('echo a', 'a');
  await writeProof(proofFolder('', lesson, { dir }), transcriptOf(courseWith([]), lesson, { s1: 'a\n' }));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const found = async (lesson: Lesson) =>
  (await proofFindings(courseWith([], [lesson]), { dir })).map(({ line, code, severity }) => [
    line - BODY_LINE + 1,
    code,
    severity,
  ]);

test('a proven lesson has none', async () => {
  expect(await found(body('echo a', 'a'))).toEqual([]);
});

test('an expectation edited by hand is an error at its line', async () => {
  expect(await found(body('echo a', 'b'))).toEqual([[5, 'sortie-differente', 'error']]);
});

test('a changed lesson is a warning, once', async () => {
  expect(await found(body('echo b', 'a'))).toEqual([[1, 'preuve-absente', 'warning']]);
});
