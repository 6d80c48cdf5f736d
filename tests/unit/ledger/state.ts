import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { identityOf } from '../../../src/machine/liveness.ts';
import type { RunRecord } from '../../../src/ledger/ledger.ts';
import { writeRecord } from '../../../src/ledger/ledger.ts';

export const SETTINGS = { image: 'kindest/node:v1.37.0', nodes: 1, kindVersion: '0.33.0' } as const;

/** A directory that goes with the test. */
export async function newStateDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'orchestre-etat-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes the record of a run with one cluster, dead unless told otherwise. */
export async function putRecord(stateDir: string, id: string, change: Partial<RunRecord> = {}): Promise<RunRecord> {
  const record: RunRecord = {
    version: 1,
    id,
    root: '/cours',
    pid: process.pid,
    startTime: 'un autre processus avait ce numéro',
    since: '2026-11-24T10:00:00.000Z',
    state: 'running',
    clusters: [{ name: `orchestre-${id}`, kubeconfig: `${stateDir}/runs/${id}/kubeconfig`, settings: SETTINGS }],
    containers: [],
    ...change,
  };
  await writeRecord(stateDir, record);
  return record;
}

/** Makes a record that of this living process. */
export const alive = () => identityOf(process.pid);
