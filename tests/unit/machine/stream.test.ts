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
  await stream.stop();
  await stream.stop();
  expect(await stream.ended).toBeUndefined();
});

test('one that ends of its own says how, after its last line', async () => {
  const { lines, stream } = started('echo un; echo "error: unable to connect" >&2; exit 3');
  expect(await stream.ended).toMatchObject({ ok: false, exitCode: 3, output: 'error: unable to connect' });
  expect(lines).toEqual(['un']);
  await stream.stop();
});

test('so does one that ends well, and one that cannot start', async () => {
  expect(await started(':').stream.ended).toMatchObject({ ok: true, exitCode: 0 });
  const none = streamLines(['programme-absent'], { env: process.env, onLine: () => undefined });
  expect(await none.ended).toMatchObject({ ok: false, missing: true });
});
