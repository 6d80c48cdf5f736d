import { resolve } from 'node:path';
import { startCourse } from '../src/start/start.ts';

process.exitCode = await startCourse({
  root: resolve(import.meta.dirname, '..'),
  args: process.argv.slice(2),
}).catch((error: unknown) => {
  process.stderr.write(`Défaut du programme\u00A0: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
});
