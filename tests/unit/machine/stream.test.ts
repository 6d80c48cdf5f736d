import { expect, test, vi } from 'vitest';
import { streamLines } from '../../../src/machine/stream.ts';

const started = (script: string) => {
  const lines: string[] = [];
  return {
    lines,
    stream: streamLines(['sh', '-c', script], { env: process.env, onLine: (line) => lines.push(line) }),
  };
};

test('lines come while a program goes on, and it is stopped without a word', async () => {
  const { lines, stream } = started('echo un; echo bruit >&2; sleep 60');
  await vi.waitFor(() => expect(lines).toEqual(['un']));
  expect(await stream.stop()).toBeUndefined();
  expect(await stream.stop()).toBeUndefined();
});

test('one that ended before it was stopped says how, each time it is asked', async () => {
  const { stream } = started('echo un; echo "error: unable to connect" >&2; exit 3');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ended = { ok: false, exitCode: 3, output: 'error: unable to connect' };
  expect(await stream.stop()).toMatchObject(ended);
  expect(await stream.stop()).toMatchObject(ended);
});

test('so does one that ended well, and one that could not start', async () => {
  const { stream } = started(':');
  const none = streamLines(['programme-absent'], { env: process.env, onLine: () => undefined });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stream.stop()).toMatchObject({ ok: true, exitCode: 0 });
  expect(await none.stop()).toMatchObject({ ok: false, missing: true });
});
