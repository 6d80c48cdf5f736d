import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterEvent } from '../../../src/cluster-map/types.ts';
import { EVENTS_FILE, readClusterEvents } from '../../../src/proof/cluster-events.ts';
import { sealOf } from '../../../src/proof/seal.ts';
import { readProof, writeProof } from '../../../src/proof/store.ts';
import type { Transcript } from '../../../src/proof/types.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

const EVENTS: readonly ClusterEvent[] = [
  { at: 0, object: { kind: 'Node', name: 'n', ready: true, schedulable: true, role: 'control-plane' } },
  { at: 12, object: { kind: 'Pod', name: 'a', state: 'Pending', ready: false, restarts: 0 } },
  { at: 40, object: { kind: 'Pod', name: 'a', state: 'Running', ready: true, restarts: 0, node: 'n' } },
  { at: 90, object: { kind: 'Pod', name: 'a', gone: true } },
];

let dir: string;
const proof = async () => (await readProof(dir)) as Transcript;
const content = () => transcriptOf(courseWith([]), lessonOf(fence('bash', 'echo a')), { s1: 'a\n' });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'evenements-'));
  await writeProof(dir, content(), [], EVENTS);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('events are read as they were written, one a line', async () => {
  expect(await readClusterEvents(dir, await proof())).toEqual(EVENTS);
  const lines = (await readFile(join(dir, EVENTS_FILE), 'utf8')).split('\n');
  expect(lines.filter((line) => line.includes('"at"'))).toHaveLength(EVENTS.length);
});

test('a proof without events is whole', async () => {
  await writeProof(dir, content());
  expect(await readdir(dir)).toEqual(['transcript.json']);
  expect(await readClusterEvents(dir, await proof())).toBeUndefined();
});

test('events of another run are of no use', async () => {
  expect(await readClusterEvents(dir, { seal: 'autre' })).toContain('autre exécution');
});

/** A file that whoever made it has sealed. */
const sealed = (text: string): string => {
  const { seal: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ ...rest, seal: sealOf(rest) });
};

test.each([
  ['truncated', (text: string) => text.slice(0, 100), 'forme attendue'],
  ['edited by hand', (text: string) => text.replace('"at":12', '"at":13'), 'modifié à la main'],
  [
    'with an object that is none',
    (text: string) => sealed(text.replace('"restarts":0', '"restarts":-1')),
    'forme attendue',
  ],
])('a file %s says why it is of no use, and the proof stays whole', async (_, spoil, why) => {
  const path = join(dir, EVENTS_FILE);
  await writeFile(path, spoil(await readFile(path, 'utf8')));
  const transcript = await proof();
  expect(transcript).toBeTypeOf('object');
  expect(await readClusterEvents(dir, transcript)).toContain(why);
});
