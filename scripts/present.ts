import { resolve } from 'node:path';
import { defectOf } from '../src/machine/message-of.ts';
import { present } from '../src/presenter/main.ts';

const here = resolve(import.meta.dirname, '..');
const { ORCHESTRE_COURS, ORCHESTRE_PREUVES, ORCHESTRE_JETON } = process.env;
const code = await present({
  root: resolve(here, ORCHESTRE_COURS ?? '.'),
  args: process.argv.slice(2),
  ...(ORCHESTRE_PREUVES === undefined ? {} : { proofs: resolve(here, ORCHESTRE_PREUVES) }),
  ...(ORCHESTRE_JETON === undefined ? {} : { token: ORCHESTRE_JETON }),
  stdout: (line) => void process.stdout.write(`${line}\n`),
  stderr: (line) => void process.stderr.write(`${line}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${defectOf(error)}\n`);
  return 2;
});
if (code !== undefined) process.exitCode = code;
