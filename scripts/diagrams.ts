import { resolve } from 'node:path';
import { diagrams } from '../src/drawing/mermaid/main.ts';

process.exitCode = await diagrams({
  root: resolve(import.meta.dirname, '..'),
  args: process.argv.slice(2),
  env: process.env,
  stdout: (line) => void process.stdout.write(`${line}\n`),
  stderr: (line) => void process.stderr.write(`${line}\n`),
});
