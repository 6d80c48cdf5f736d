import { resolve } from 'node:path';
import { defectOf } from '../src/machine/message-of.ts';
import { startCourse } from '../src/start/start.ts';

process.exitCode = await startCourse({
  root: resolve(import.meta.dirname, '..'),
  args: process.argv.slice(2),
}).catch((error: unknown) => {
  process.stderr.write(`${defectOf(error)}\n`);
  return 2;
});
