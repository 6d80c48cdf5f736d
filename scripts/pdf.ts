/**
 * `npm run pdf -- LESSON`: a lesson's deck and page as PDF files. stdout: the files; stderr: the progress.
 * Exit code 0, or 2 when the tool failed.
 */
import { resolve } from 'node:path';
import { messageOf } from '../src/machine/message-of.ts';
import { pdf } from '../src/pdf/main.ts';

const { ORCHESTRE_SITE, ORCHESTRE_BASE = '/' } = process.env;

try {
  await pdf({
    root: process.env['ORCHESTRE_COURS'] ?? resolve(import.meta.dirname, '..'),
    args: process.argv.slice(2),
    ...(ORCHESTRE_SITE === undefined ? {} : { site: new URL(ORCHESTRE_BASE, ORCHESTRE_SITE).href }),
    stdout: (line) => void process.stdout.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`Aucun PDF : ${messageOf(error)}\n`);
  process.exitCode = 2;
}
