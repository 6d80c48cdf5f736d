// The closing line of .ci/run: what vitest counted in the software's tests and in the lessons.
import { readFile } from 'node:fs/promises';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const [failedSteps = '0', ...files] = process.argv.slice(2);
const nothing: Report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const reports = await Promise.all(
  files.map((file) =>
    readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as Report,
      () => nothing,
    ),
  ),
);
const sum = (key: keyof Report): number => reports.reduce((total, report) => total + report[key], 0);
// A step can fail although no test did: a build that refuses, a report that was never written.
const failed = Math.max(sum('numFailedTests'), Number(failedSteps));
console.log(`${sum('numPassedTests')} passed, ${failed} failed, ${sum('numPendingTests')} skipped`);
