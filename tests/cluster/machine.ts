import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { listContainers } from '../../src/machine/containers.ts';
import { execWith } from '../../src/machine/exec.ts';

export const exec = execWith(process.env);

const places: string[] = [];
afterAll(async () => {
  for (const place of places) await rm(place, { recursive: true, force: true });
});

/** A checkout and a state directory of their own, gone with the suite: what else runs on this machine is not met. */
export async function newPlace(): Promise<{ root: string; stateDir: string }> {
  const place = await mkdtemp(join(tmpdir(), 'orchestre-grappe-'));
  places.push(place);
  return { root: join(place, 'cours'), stateDir: join(place, 'etat') };
}

/** Names of the containers that a run made. */
export async function containersOf(runId: string): Promise<string[]> {
  return (await listContainers(exec)).map(({ name }) => name).filter((name) => name.includes(runId));
}

/** Polls four times a second, for four minutes: a cluster may have to be made first, on a busy machine. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 960; round++) {
    if (await holds()) return;
    await sleep(250);
  }
  throw new Error('waited for four minutes');
}
