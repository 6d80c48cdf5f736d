/**
 * `npm run liens`: the links to the internet. stdout: the links, or what is wrong with them; stderr: the summary.
 * Exit code 0 without errors, 1 with errors (the author's matter), 2 when the tool failed or there is no internet.
 */
import { resolve } from 'node:path';
import { CourseError } from '../src/course/course-error.ts';
import { formatFinding } from '../src/lesson/format-finding.ts';
import { links } from '../src/links/main.ts';
import { messageOf } from '../src/machine/message-of.ts';

const software = resolve(import.meta.dirname, '..');

try {
  process.exitCode = await links({
    root: process.env['ORCHESTRE_COURS'] ?? software,
    software,
    args: process.argv.slice(2),
    stdout: (line) => void process.stdout.write(`${line}\n`),
    stderr: (line) => void process.stderr.write(`${line}\n`),
  });
} catch (error) {
  if (error instanceof CourseError) {
    for (const finding of error.findings) process.stdout.write(`${formatFinding(finding)}\n`);
    process.exitCode = 1;
  } else {
    process.stderr.write(`Les liens n’ont pas pu être vérifiés : ${messageOf(error)}\n`);
    process.exitCode = 2;
  }
}
