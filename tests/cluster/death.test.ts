import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCluster } from '../../src/lab/kind/create.ts';
import { processesOf } from '../../src/machine/processes.ts';
import { reapDead, reapRun } from '../../src/ledger/reaper.ts';
import { readRecords } from '../../src/ledger/ledger.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import { requireCluster } from '../require.ts';
import { containersOf, newPlace, until } from './machine.ts';
import { courseSettings } from './settings.ts';

const suite = await requireCluster();

suite('a run that dies', () => {
  test('by kill -9 while kind works: the next start removes its container and the process that fled', async () => {
    const { root, stateDir } = await newPlace();
    const script = join(import.meta.dirname, 'doomed.ts');
    const doomed = spawn(process.execPath, [script, root, stateDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(doomed.stdout, 'data')) as [Buffer];
    const id = line.toString().trim();
    await until(async () => (await containersOf(id)).length === 1);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    const survivors = (await processesOf(id)).map(({ command }) => command);
    expect(survivors).toEqual(expect.arrayContaining(['sleep 600', expect.stringMatching(/^kind create cluster/)]));

    const [reaped] = await reapDead({ stateDir });
    expect(reaped?.containers).toEqual([`orchestre-${id}-control-plane`]);
    expect(await processesOf(id)).toEqual([]);
    expect(await containersOf(id)).toEqual([]);
    expect(await readRecords(stateDir)).toEqual([]);
  });

  test('by its signal while kind works: nothing of the cluster stays, and the run owns nothing', async () => {
    const run = await openRun(await newPlace());
    const stop = new AbortController();
    const creation = createCluster(await courseSettings(), { run, signal: stop.signal });
    creation.catch(() => undefined);
    await until(async () => (await containersOf(run.id)).length === 1);
    stop.abort(new Error('Ctrl-C'));
    await expect(creation).rejects.toThrow('Ctrl-C');
    expect(await containersOf(run.id)).toEqual([]);
    expect(await processesOf(run.id)).toEqual([]);
    expect(run.record.clusters).toEqual([]);
    await run.close();
  });

  test('a node image that does not exist is the environment’s failure, and says what to check', async () => {
    const run = await openRun(await newPlace());
    const settings = { ...(await courseSettings()), image: 'kindest/node:v0.0.0' };
    const creation = createCluster(settings, { run });
    await expect(creation).rejects.toThrow('L’image du nœud n’existe pas sous ce nom');
    await expect(creation).rejects.toThrow('versions.noeud');
    expect((await reapRun(run)).containers).toEqual([]);
  });
});
