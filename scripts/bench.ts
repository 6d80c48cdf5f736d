import { resolve } from 'node:path';
import { bench } from '../tests/bench/bench.ts';

await bench(process.argv.slice(2), {
  root: resolve(import.meta.dirname, '..'),
  print: (line) => console.log(line),
  progress: (text) => console.error(`… ${text}`),
});
