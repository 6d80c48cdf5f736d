import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTranscript, writeTranscript } from '../../../src/proof/store.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

let dir: string;
let path: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'transcript-'));
  path = join(dir, 'transcript.json');
  await writeTranscript(path, transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), { s1: 'a\n' }));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('what was written is read again, and nothing else is left', async () => {
  expect(await readTranscript(path)).toMatchObject({ lesson: 'essai', records: [{ id: 's1', output: 'a\n' }] });
  expect(await readdir(dir)).toEqual(['transcript.json']);
});

test('a file that is not there is no error', async () => {
  expect(await readTranscript(join(dir, 'autre.json'))).toBeUndefined();
});

test.each([
  ['truncated', (text: string) => text.slice(0, 100), 'tronqué'],
  ['edited by hand', (text: string) => text.replace('"a\\n"', '"b\\n"'), 'modifié à la main'],
  ['of an older shape', (text: string) => text.replace('"version": 1', '"version": 0'), 'format 0'],
  ['without a field', (text: string) => text.replace('"exitCode": 0,', ''), 'records.0.exitCode'],
])('a file %s is no transcript, and says why', async (_, spoil, why) => {
  await writeFile(path, spoil(await readFile(path, 'utf8')));
  expect(await readTranscript(path)).toContain(why);
});
