import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';

/** Runs a test file with one retry, as .ci/run does, and keeps vitest's report. */
async function reportOf(dir: string, { name, code }: { name: string; code: string }): Promise<string> {
  await Promise.all([
    writeFile(join(dir, 'machine.test.js'), code),
    writeFile(join(dir, 'vitest.config.js'), 'export default {};'),
  ]);
  const report = join(dir, name);
  const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--globals', '--retry=1'];
  await execa('node', [...vitest, `--root=${dir}`, '--reporter=json', `--outputFile=${report}`], { reject: false });
  return report;
}

async function tally(...args: string[]): Promise<string> {
  return (await execa('node', ['scripts/tally.ts', ...args])).stdout;
}

test('a first try that failed is told, and what stands at the end is counted', async ({ onTestFinished }) => {
  const dir = await mkdtemp(join(tmpdir(), 'orchestre-tally-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const falters = "let n = 0; test('falters', () => { if (n++ === 0) throw new Error('the machine') });";
  const fails = "test('fails', () => { throw new Error('the code') }); test.skip('waits');";
  const unstable = await reportOf(dir, { name: 'a.json', code: falters });
  const red = await reportOf(dir, { name: 'b.json', code: fails });
  const green = await reportOf(dir, { name: 'c.json', code: "test('fails', () => {});" });

  const [first, , ...behind] = (await tally('0', unstable)).split('\n');
  expect(first).toMatch(/^↻ .*machine\.test\.js : falters$/);
  expect(behind.at(-1)).toBe('1 passed, 0 failed, 0 skipped');

  expect(await tally('1', red)).toMatch(/^✗ .*machine\.test\.js : fails\n {2}Error: the code/);
  expect(await tally('1', red)).toMatch(/\n0 passed, 1 failed, 1 skipped$/);

  const again = await tally('0', red, green);
  expect(again).toMatch(/^↻ .*machine\.test\.js : fails\n {2}Error: the code/);
  expect(again).toMatch(/\n1 passed, 0 failed, 0 skipped$/);

  // A step that failed without a test counts.
  expect(await tally('1', join(dir, 'none.json'))).toBe('0 passed, 1 failed, 0 skipped');
});
