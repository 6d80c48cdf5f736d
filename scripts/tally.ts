// The closing lines of .ci/run: the tests and lessons that failed, what held only at its second try, then what vitest
// counted. A log that is cut keeps its end.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Result {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}
interface TestFile {
  readonly name: string;
  readonly message?: string;
  readonly assertionResults: readonly Result[];
}

/** So many lines of a failure's message are told again. */
const LINES = 15;
const AGAIN = '↻ tenté deux fois, premier essai :';

const [failedSteps = '0', ...reports] = process.argv.slice(2);
const files = (await Promise.all(reports.map(filesOf))).flat();

/** @returns the test files of one of vitest's JSON reports; none where there is no such report */
async function filesOf(report: string): Promise<readonly TestFile[]> {
  try {
    return (JSON.parse(await readFile(report, 'utf8')) as { testResults: TestFile[] }).testResults;
  } catch {
    return [];
  }
}

function shorten(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const own = lines.filter((line) => !/^\s+at .*node_modules/.test(line));
  return own.slice(0, LINES).join('\n  ').trimEnd();
}

/** @param replaced a later report speaks of that file, and its word stands */
function tell({ name, message = '', assertionResults }: TestFile, replaced: boolean): void {
  const file = relative(process.cwd(), name);
  // vitest keeps what a test's first try said although the second passed.
  const told = assertionResults.filter(({ failureMessages }) => failureMessages.length > 0);
  for (const { status, fullName, failureMessages } of told) {
    const again = replaced || status === 'passed';
    console.log(`${again ? AGAIN : '✗'} ${file} : ${fullName}\n  ${shorten(failureMessages.join('\n'))}`);
  }
  // A file whose hooks threw, or that could not be loaded, fails without a test of its own.
  if (told.length === 0 && message !== '') console.log(`${replaced ? AGAIN : '✗'} ${file}\n  ${shorten(message)}`);
}

const standing = new Map(files.map((file) => [file.name, file]));
for (const file of files) tell(file, standing.get(file.name) !== file);

const results = [...standing.values()].flatMap(({ assertionResults }) => assertionResults);
const count = (...statuses: string[]): number => results.filter(({ status }) => statuses.includes(status)).length;
// A step can fail although no test did: a build that refuses, a report that was never written.
const failed = Math.max(count('failed'), Number(failedSteps));
console.log(`${count('passed')} passed, ${failed} failed, ${count('pending', 'skipped', 'todo')} skipped`);
