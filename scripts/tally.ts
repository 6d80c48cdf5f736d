// The closing lines of .ci/run: the tests and lessons that failed, then what vitest counted. A log that is cut keeps its end.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Result {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly Result[];
  }[];
}

/** So many lines of a failure's message are told again. */
const LINES = 15;

const [failedSteps = '0', ...files] = process.argv.slice(2);
const nothing: Report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const reports = await Promise.all(
  files.map((file) =>
    readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as Report,
      () => nothing,
    ),
  ),
);

function shorten(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const own = lines.filter((line) => !/^\s+at .*node_modules/.test(line));
  return own.slice(0, LINES).join('\n  ').trimEnd();
}

for (const { name, message = '', assertionResults } of reports.flatMap(({ testResults }) => testResults)) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  for (const { fullName, failureMessages } of failed) {
    console.log(`✗ ${file} : ${fullName}\n  ${shorten(failureMessages.join('\n'))}`);
  }
  // A file whose hooks threw, or that could not be loaded, fails without a test of its own.
  if (failed.length === 0 && message !== '') console.log(`✗ ${file}\n  ${shorten(message)}`);
}

const sum = (key: 'numPassedTests' | 'numFailedTests' | 'numPendingTests'): number =>
  reports.reduce((total, report) => total + report[key], 0);
// A step can fail although no test did: a build that refuses, a report that was never written.
const failed = Math.max(sum('numFailedTests'), Number(failedSteps));
console.log(`${sum('numPassedTests')} passed, ${failed} failed, ${sum('numPendingTests')} skipped`);
