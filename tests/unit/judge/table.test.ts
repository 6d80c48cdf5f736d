import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { text } from './text.ts';

const PODS = text`
  NAME                   READY   STATUS             RESTARTS     AGE
  web-6df8c6547f-fl648   1/1     Running            0            7s
  web-6df8c6547f-gqjrz   0/1     CrashLoopBackOff   2 (3s ago)   17s
`.trimEnd();
const DESCRIBE = text`
  Name:             web-6df8c6547f-gqjrz
  Start Time:       Tue, 24 Nov 2026 11:19:50 +0000
  Containers:
    web:
      State:          Waiting
        Reason:       CrashLoopBackOff
  Events:
    Type     Reason   Age   From      Message
    ----     ------   ---   ----      -------
    Normal   Pulled   17s   kubelet   Container image "nginx:1.30" already present on machine
    Warning  BackOff  3s    kubelet   Back-off restarting failed container web
`.trimEnd();
const OTHER = `${PODS}\n${DESCRIBE}`.replaceAll('6df8c6547f-gqjrz', '77c9b4d5f6-24648').replaceAll('17s', '3m4s');
/** The header, the Pod that runs, the Pod that does not. */
const [HEADER = '', RUNNING = '', CRASHED = ''] = PODS.split('\n');

describe('a table ends before', () => {
  test('what describe prints', () => {
    expect(like(`${PODS}\n${DESCRIBE}`, OTHER)).toMatchObject({ ok: true });
  });

  test.each([
    '  Warning  BackOff  3s    kubelet   Back-off restarting failed container web',
    '  Warning  BackOff  …  kubelet  Back-off restarting …',
    '  Warning  BackOff … Back-off restarting failed container web',
    '      Reason:       CrashLoopBackOff\n…',
    '    State:  …\n…',
    'Name:   web-…\n…',
    'Start Time: …\n…',
    '  Normal   Pulled   17s   …\n  …',
  ])('%j, whether or not … stands between them', (line) => {
    expect(like(`${PODS}\n…\n${line}`, OTHER)).toMatchObject({ ok: true });
    expect(like(`${HEADER}\n${RUNNING}\n…\n${line}`, OTHER)).toMatchObject({ ok: true });
    const from = OTHER.split('\n').findIndex((found) => like(line.replace(/\n.*/s, ''), found).ok);
    const printed = [...OTHER.split('\n').slice(0, 3), ...OTHER.split('\n').slice(from)].join('\n');
    expect(like(`${PODS}\n${line}`, printed)).toMatchObject({ ok: true });
    expect(like(`${PODS}\n${line}`, printed.replace(/[\w.]+$/, 'non'))).toMatchObject({ ok: line.endsWith('…') });
  });

  test.each([
    ['pod "web" deleted from default namespace', 'pod "web" deleted from default namespace'],
    ['deployment.apps/…', 'deployment.apps/web'],
    ['prêt …', 'prêt en 12s'],
    ['web   …   prêt', 'web   est   tout   prêt'],
  ])('the sentence « %s »', (author, found) => {
    for (const between of ['', '…\n']) {
      expect(like(`${PODS}\n${between}${author}`, `${PODS}\n${found}`)).toMatchObject({ ok: true });
      expect(like(`${PODS}\n${between}${author}`, `${PODS}\nx${found}`)).toMatchObject({ ok: false });
    }
  });

  test('a line shaped like a row, once other lines stand between them', () => {
    const printed = `${PODS}\nfini\na   b   c   d   e`;
    expect(like(`${PODS}\n…\na   b   c   d   e`, printed)).toMatchObject({ ok: true });
    expect(like(`${PODS}\n…\na   b   c   d   f`, printed)).toMatchObject({ ok: false });
  });
});

describe('a table goes on', () => {
  test('after …, with rows that follow', () => {
    expect(like(`${HEADER}\n…\n${CRASHED}\n…\nName: …\n…`, OTHER)).toMatchObject({ ok: true });
    expect(like(`${HEADER}\n…\n${CRASHED}\n${CRASHED}\n…\nName: …\n…`, OTHER)).toMatchObject({ ok: false });
  });

  test('over rows that kubectl get --watch prints wider', () => {
    const watched = `${HEADER}\n${RUNNING}\nweb-6df8c6547f-gqjrz   0/1     CreateContainerConfigError   0            8s`;
    expect(like(watched, watched.replace(' 8s', ' 12m'))).toMatchObject({ ok: true });
    expect(like(watched, watched.replace('Error   0 ', 'Error   1 '))).toMatchObject({ ok: false });
  });

  // As kubectl 1.37 prints it: an empty cell is white space.
  const CONTEXTS = [
    'CURRENT   NAME        CLUSTER     AUTHINFO    NAMESPACE',
    '          autre       autre                   ',
    '*         orchestre   orchestre   orchestre   pods',
    '          zoo         zoo         zoo         ',
  ].join('\n');

  test('over rows whose first cell is empty', () => {
    expect(like(`${CONTEXTS}\n…\n  a: 1`, `${CONTEXTS}\nspec:\n  a: 1`)).toMatchObject({ ok: true });
    expect(like(CONTEXTS.replaceAll(/ +$/gm, ''), CONTEXTS)).toMatchObject({ ok: true });
  });

  test.each([
    ['an empty first cell is filled', '          autre', '*         autre'],
    ['a value moves to an empty cell', 'autre       autre                   ', 'autre                   autre       '],
    ['a value is lost', 'zoo         zoo         zoo', 'zoo         zoo            '],
  ])('and refuses when %s', (_, from, to) => {
    for (const author of [CONTEXTS, `${CONTEXTS}\n…`, CONTEXTS.replace(/\n\*.*/, '\n…')]) {
      expect(like(author, CONTEXTS.replace(from, to))).toMatchObject({ ok: false });
    }
  });
});
