// A verification that is about to be killed: it has a process that fled its session, and a cluster in the making.
import { spawn } from 'node:child_process';
import { createCluster } from '../../src/lab/kind/create.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import { courseSettings } from './settings.ts';

const [root = '', stateDir = ''] = process.argv.slice(2);
const run = await openRun({ root, stateDir });
spawn('setsid', ['sleep', '600'], { env: { ...process.env, ...run.env }, stdio: 'ignore' }).unref();
console.log(run.id);
await createCluster(await courseSettings(), { run });
