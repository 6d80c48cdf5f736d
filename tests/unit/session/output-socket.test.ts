import { closeSync, fstatSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { OutputSocket } from '../../../src/session/output-socket.ts';

const MODULE = new URL('../../../src/session/output-socket.ts', import.meta.url).href;

test('all that a process prints comes, then the end', async () => {
  let bytes = 0;
  const output = await OutputSocket.open((chunk) => (bytes += chunk.length));
  spawn('head', ['-c', '3000000', '/dev/zero'], { stdio: ['ignore', output.writer, 'ignore'] });
  output.handedOn();
  await output.ended();
  expect(bytes).toBe(3_000_000);
});

test('a thread that ends closes nothing that others have opened since', async () => {
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(MODULE)}).then(async ({ OutputSocket }) => {
      const outputs = await Promise.all(Array.from({ length: 20 }, () => OutputSocket.open(() => {})));
      for (const output of outputs) { output.handedOn(); output.close(); await output.ended(); }
      parentPort.postMessage('closed');
      setInterval(() => {}, 1000);
    });`;
  const worker = new Worker(code, { eval: true });
  await once(worker, 'message');
  const files = Array.from({ length: 60 }, () => openSync('/dev/null', 'r'));
  await worker.terminate();
  for (const file of files) expect(() => fstatSync(file)).not.toThrow();
  for (const file of files) closeSync(file);
});
