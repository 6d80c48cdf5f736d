import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CheckedDownloads, compareDownload } from '../../../src/lab/downloads.ts';
import type { Lab } from '../../../src/lab/types.ts';
import { openRun } from '../../../src/ledger/ownership.ts';
import type { Exec } from '../../../src/machine/exec.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { newStateDir } from '../ledger/state.ts';
import { fakeExec } from '../machine/fake-exec.ts';

const adresse = 'https://exemple.fr/v1/objets.yaml';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A curl that finds this text everywhere. */
function curl(text: string): Exec & { calls: string[] } {
  const fake = fakeExec(() => undefined);
  const exec: Exec = async (file, args, options) => {
    await writeFile(args[args.indexOf('-o') + 1] ?? '', text);
    return fake.exec(file, args, options);
  };
  return Object.assign(exec, { calls: fake.calls });
}

const runWith = async (exec: Exec) => openRun({ root: '/cours', stateDir: await newStateDir(), exec });

test('the very file is kept by its hash, outside the clone', async () => {
  const run = await runWith(curl('kind: A\n'));
  await compareDownload({ adresse, sha256: sha256('kind: A\n') }, { run });
  const folder = join(run.stateDir, 'telechargements');
  expect(await readFile(join(folder, sha256('kind: A\n')), 'utf8')).toBe('kind: A\n');
});

test('another file at its address is the environment’s failure, with both hashes', async () => {
  const run = await runWith(curl('kind: B\n'));
  const compared = compareDownload({ adresse, sha256: sha256('kind: A\n') }, { run });
  await expect(compared).rejects.toThrow(`sha256 attendu : ${sha256('kind: A\n')} ; trouvé : ${sha256('kind: B\n')}`);
  expect(await readdir(join(run.stateDir, 'telechargements'))).toEqual([sha256('kind: B\n')]);
});

test('an address that does not answer is told, and leaves nothing', async () => {
  const run = await runWith(fakeExec(() => ({ ok: false, output: 'curl: (22) 404' })).exec);
  await expect(compareDownload({ adresse, sha256: '' }, { run })).rejects.toThrow(
    `${adresse} n’a pas pu être téléchargé`,
  );
  expect(await readdir(join(run.stateDir, 'telechargements'))).toEqual([]);
});

test('what a lesson names is compared before its lab is made, once a run; what it does not name is not', async () => {
  const exec = curl('kind: A\n');
  const run = await runWith(exec);
  const course = {
    ...courseWith([]),
    downloads: [
      { adresse, version: '1', sha256: sha256('kind: A\n'), role: 'essai' },
      { adresse: `${adresse}.md`, version: '1', sha256: sha256(''), role: 'essai' },
    ],
  };
  const made: number[] = [];
  const inner = { enter: () => Promise.resolve((made.push(exec.calls.length), {}) as Lab), announce: () => undefined };
  const labs = new CheckedDownloads({ run, course, progress: () => undefined }, inner, new Set());
  const lesson = lessonOf(fence('bash', `kubectl apply -f ${adresse}`), 'shared');
  await labs.enter(lesson);
  await labs.enter(lesson);
  expect(made).toEqual([1, 1]);
  expect(exec.calls[0]).toContain(adresse);
});
