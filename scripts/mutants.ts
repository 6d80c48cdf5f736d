// npm run mutants -- LESSON [--budget=15m] [--seed=1]: what the verifier would not notice, on the warm cluster.
import { resolve } from 'node:path';
import { mutants } from '../tests/trust/mutants.ts';

process.exitCode = await mutants(resolve(import.meta.dirname, '..'), process.argv.slice(2), (line) =>
  console.log(line),
);
