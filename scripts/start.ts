import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startCourse } from '../src/start/start.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
process.exitCode = await startCourse({ root: resolve(import.meta.dirname, '..'), port: Number(values.port) });
