import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { text } from './text.ts';

const shown = (expected: string, actual: string): string | false => {
  const result = like(expected, actual);
  return result.ok && result.shown;
};

const PODS = text`
  NAME                      READY   STATUS    RESTARTS   AGE
  web-0                     1/1     Running   0          3m4s
  whoami-6df8c6547f-fl648   1/1     Running   0          7s
  whoami-6df8c6547f-gqjrz   0/1     Pending   0          7s
`;

describe('… in a line', () => {
  test.each([
    ['Hostname: …', 'Hostname: whoami', 'Hostname: …'],
    ['IP: 10.244.…', 'IP: 10.244.0.7', 'IP: 10.244.…'],
    ['a … c … e', 'a b c d e', 'a … c … e'],
    ['whoami-… ready in 12s', 'whoami-6df8c6547f-fl648  ready in 3m4s', 'whoami-…  ready in 3m4s'],
    ['"…"', '""', '""'],
  ])('%s reads %s', (expected, actual, result) => {
    expect(shown(expected, actual)).toBe(result);
  });

  test.each([
    ['Hostname: …', 'Hote: whoami'],
    ['a … c', 'a b d'],
    ['a … c', 'a\nc'],
    ['  a …', 'a b'],
    ['IP: 10.244.… (12s)', 'IP: 10.244.0.7 (10.0.0.1)'],
  ])('%s does not read %s', (expected, actual) => {
    expect(shown(expected, actual)).toBe(false);
  });
});

describe('… for lines', () => {
  test.each([
    ['a\n…\nc', 'a\nb\nb\nc', 'a\n…\nc'],
    ['a\n…\nc', 'a\nc', 'a\nc'],
    ['…\nc', 'a\nb\nc\n', '…\nc\n'],
    ['a\n  …', 'a\nb', 'a\n…'],
    ['…', '', ''],
    ['…\nb\n…\nb\n…', 'b\na\nb\nb', 'b\n…\nb\n…'],
  ])('%j reads %j', (expected, actual, result) => {
    expect(shown(expected, actual)).toBe(result);
  });

  test.each([
    ['a\n…\nc', 'a\nc\nb'],
    ['…\na\n…\na', 'a'],
    ['a\n…', 'b'],
  ])('%j does not read %j', (expected, actual) => {
    expect(shown(expected, actual)).toBe(false);
  });
});

describe('… in a table', () => {
  const [header = '', web = '', running = '', pending = ''] = PODS.split('\n');

  test('stands for rows, and for what follows the table', () => {
    expect(shown(`${header}\n${web}\n…`, `${PODS}\nfini\n`)).toBe(`${header}\n${web}\n…\n`);
  });

  test('stands for random rows wherever they are, but one of each wanted has to be there', () => {
    expect(shown(`${header}\n${running}\n…`, PODS)).toBe(`${header}\n…\n${running}\n…\n`);
    expect(shown(`${header}\n${running}\n${running}\n…`, PODS)).toBe(false);
  });

  test('stands for rows with stable names at its place only', () => {
    expect(shown(`${header}\n${running}\n${pending}\n…`, PODS)).toBe(`${header}\n…\n${running}\n${pending}\n`);
    const order = `${header}\nweb-1                     1/1     Running   0          3m4s\n…`;
    expect(shown(order, PODS.replace('web-0', 'web-1'))).not.toBe(false);
    expect(shown(order, PODS.replace(web, `${web}\n${web.replace('web-0', 'web-1')}`))).toBe(false);
  });

  test('keeps the columns in line where it stands for a part of a cell', () => {
    const author = `${header}\nweb-0   1/1   Running   0   …\nwhoami-…   1/1   Running   0   7s\nwhoami-…   0/1   Pending   0   7s`;
    expect(shown(author, PODS)).toBe(
      [header, web.replace('3m4s', '…'), running, pending, '']
        .join('\n')
        .replace(/whoami\S{17}/g, `whoami-…${' '.repeat(15)}`),
    );
    expect(shown(author, PODS.replace('Pending', 'Running'))).toBe(false);
  });

  test('may run over columns, in rows and in the header', () => {
    expect(shown(`${header}\nweb-0 …\nwhoami-… …\nwhoami-…   0/1   …`, PODS)).toContain(
      'whoami-…                  0/1     …',
    );
    expect(
      shown('NAME   …   AGE\nweb-0   …   1s\nwhoami-…   Running   …   1s\nwhoami-…   Pending   …   1s', PODS),
    ).not.toBe(false);
    expect(shown('NAME   …   IP\n…', PODS)).toBe(false);
  });

  test('in a name lets the row stand for one with a stable name too', () => {
    const author = `${header}\nw…   1/1   Running   0   7s\n${running}\n${pending}`;
    expect(shown(author, PODS)).toContain('w…');
    expect(shown(author, PODS.replace(/(web-0 +)1/, '$10'))).toBe(false);
  });

  test('finds the right pairing, where a greedy one would fail', () => {
    const author = `${header}\nwhoami-…   …   …   …   …\n${running}\n${web}`;
    expect(shown(author, PODS)).not.toBe(false);
  });
});
