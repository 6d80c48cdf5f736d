/**
 * `npm run slides`: every slide and every page in a browser, measured. stdout: the findings; stderr: the figures.
 * Exit code 0 without errors, 1 with errors (the author's matter), 2 when the tool failed.
 */
import { resolve } from 'node:path';
import { messageOf } from '../src/machine/message-of.ts';
import { slides } from '../src/slides/main.ts';

try {
  process.exitCode = await slides({
    root: process.env['ORCHESTRE_COURS'] ?? resolve(import.meta.dirname, '..'),
    args: process.argv.slice(2),
    stdout: (line) => void process.stdout.write(`${line}\n`),
    stderr: (line) => void process.stderr.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`Les diapositives n’ont pas pu être mesurées : ${messageOf(error)}\n`);
  process.exitCode = 2;
}
