import { resolve } from 'node:path';
import { verify } from '../src/verify/main.ts';

const code = await verify({
  root: process.env['ORCHESTRE_COURS'] ?? resolve(import.meta.dirname, '..'),
  args: process.argv.slice(2),
  stdout: (line) => void process.stdout.write(`${line}\n`),
  stderr: (line) => void process.stderr.write(`${line}\n`),
});
process.exitCode = code;
