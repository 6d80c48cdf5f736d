import { resolve } from 'node:path';
import { defectOf } from '../src/machine/message-of.ts';
import { verify } from '../src/verify/main.ts';

process.exitCode = await verify({
  root: process.env['ORCHESTRE_COURS'] ?? resolve(import.meta.dirname, '..'),
  args: process.argv.slice(2),
  stdout: (line) => void process.stdout.write(`${line}\n`),
  stderr: (line) => void process.stderr.write(`${line}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${defectOf(error)}\n`);
  return 2;
});
