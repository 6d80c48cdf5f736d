import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artefactEntry, keepsSame, readProof, writeProof } from '../../../src/proof/store.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { png } from '../../fixtures/png.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'transcript-'));
  await writeProof(dir, transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), { s1: 'a\n' }));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('what was written is read again, and nothing else is left', async () => {
  expect(await readProof(dir)).toMatchObject({ lesson: 'essai', records: [{ id: 's1', output: 'a\n' }] });
  expect(await readdir(dir)).toEqual(['transcript.json']);
});

test('a file that is not there is no error', async () => {
  expect(await readProof(join(dir, 'autre'))).toBeUndefined();
});

test.each([
  ['truncated', (text: string) => text.slice(0, 100), 'tronqué'],
  ['edited by hand', (text: string) => text.replace('"a\\n"', '"b\\n"'), 'modifié à la main'],
  ['of an older shape', (text: string) => text.replace('"version": 2', '"version": 1'), 'format 1'],
  ['without a field', (text: string) => text.replace('"exitCode": 0,', ''), 'records.0.exitCode'],
])('a file %s is no transcript, and says why', async (_, spoil, why) => {
  const path = join(dir, 'transcript.json');
  await writeFile(path, spoil(await readFile(path, 'utf8')));
  expect(await readProof(dir)).toContain(why);
});

describe('an artefact', () => {
  const map = { name: 'carte.png', content: Buffer.from('une carte') };
  const withMap = () => {
    const transcript = transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), { s1: 'a\n' });
    return {
      ...transcript,
      records: transcript.records.map((record) => ({ ...record, artefacts: [artefactEntry(map)] })),
    };
  };

  test('is kept beside the transcript, under a name that tells its content', async () => {
    await writeProof(dir, withMap(), [map]);
    expect(await readdir(dir)).toEqual([artefactEntry(map).file, 'transcript.json']);
    expect(await readProof(dir)).toMatchObject({ records: [{ artefacts: [{ name: 'carte.png' }] }] });
  });

  test('that was changed or lost is no proof any more', async () => {
    await writeProof(dir, withMap(), [map]);
    await writeFile(join(dir, artefactEntry(map).file), 'une autre carte');
    expect(await readProof(dir)).toContain('n’est pas celui que l’exécution a fait');
    await rm(join(dir, artefactEntry(map).file));
    expect(await readProof(dir)).toContain('manque');
  });

  test('is the same as a new run’s where it bears the same name and shows the same', async () => {
    const dated = { name: 'carte.png', content: png({ comment: 'le 3 mai' }) };
    const transcript = transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), {}, { s1: dated });
    await writeProof(dir, transcript, [dated]);
    const old = { ...transcript, seal: '' };
    expect(await keepsSame(dir, old, [{ ...dated, content: png() }])).toBe(true);
    expect(await keepsSame(dir, old, [{ ...dated, content: png({ grey: 1 }) }])).toBe(false);
    expect(await keepsSame(dir, old, [{ ...dated, name: 'plan.png' }])).toBe(false);
    expect(await keepsSame(dir, old, [])).toBe(false);
  });

  test('that nobody names any more goes with the next proof', async () => {
    await writeProof(dir, withMap(), [map]);
    await writeProof(dir, transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), { s1: 'a\n' }));
    expect(await readdir(dir)).toEqual(['transcript.json']);
  });
});
