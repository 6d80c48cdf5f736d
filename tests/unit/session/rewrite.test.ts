import { describe, expect, test } from 'vitest';
import { type Recording, rewriterOf } from '../../../src/session/rewrite.ts';

const recording: Recording = {
  machine: {
    work: '/home/alice/.state/r1/pods/travail',
    home: '/home/alice/.state/r1/pods/maison',
    env: { KUBECONFIG: '/home/alice/.state/r1/kubeconfig' },
    local: true,
  },
  slug: 'pods',
  renames: [{ from: 'orchestre-k3x9ab', to: 'orchestre' }],
  scripts: '/home/alice/.state/r1/pods/session/host',
  dir: '/home/alice/.state/r1/pods',
  hidden: { HTTP_PROXY: 'http://mandataire:3128', ORCHESTRE_RUN: 'r1' },
  path: '/home/alice/bin:/usr/bin',
  proxies: ['mandataire:3128'],
  hostname: 'portable-alice',
  user: 'alice',
  userHome: '/home/alice',
  typed: 'kubectl get pods',
};
const rewrite = rewriterOf(recording);
const SCRIPT = `${recording.scripts}/extrait`;

test('the run’s cluster becomes the student’s, and columns stay under their headers', () => {
  const table = 'NAME                             STATUS\norchestre-k3x9ab-control-plane   Ready\n';
  expect(rewrite(table)).toBe('NAME                             STATUS\norchestre-control-plane          Ready\n');
});

test.each([
  ['a name in a sentence', 'node/orchestre-k3x9ab-worker cordoned', 'node/orchestre-worker cordoned'],
  ['the work directory', `${recording.machine.work}/a`, '~/orchestre/pods/a'],
  ['HOME', `HOME=${recording.machine.home}`, 'HOME=~'],
  ['a file of the verifier’s', recording.machine.env['KUBECONFIG'] ?? '', '~/.kubeconfig'],
  [
    'the search path',
    'PATH=/home/alice/bin:/usr/bin',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  ],
  ['a program’s folder', '/home/alice/bin/kubectl', '/usr/local/bin/kubectl'],
  ['the user', 'uid=1000(alice)', 'uid=1000(etudiant)'],
  ['but not within a word', 'alice2 malice', 'alice2 malice'],
  ['the host', 'portable-alice', 'poste'],
  ['a variable of the verifier’s', 'A=1\nHTTP_PROXY=http://mandataire:3128\nB=2\n', 'A=1\nB=2\n'],
  [
    'in other words',
    'declare -x HTTP_PROXY="http://mandataire:3128"\nexport ORCHESTRE_EXTRAIT=s1\nORCHESTRE_RUN\n',
    '',
  ],
  ['but not an author’s own of that name', 'HTTP_PROXY=http://x:1\n', 'HTTP_PROXY=http://x:1\n'],
  ['a proxy', "uses proxy 'http://mandataire:3128'", "uses proxy 'http://proxy:3128'"],
])('%s', (_, text, expected) => {
  expect(rewrite(text)).toBe(expected);
});

describe('bash names itself instead of our script', () => {
  test.each([
    [`${SCRIPT}: line 42: nope: command not found`, 'bash: nope: command not found'],
    [`${SCRIPT}: eval: line 43: syntax error`, 'bash: eval: syntax error'],
    [`${SCRIPT}: command substitution: line 43: syntax error`, 'bash: command substitution: syntax error'],
    ['bash: line 1042: nope: command not found', 'bash: nope: command not found'],
    ['bash: line 1: nope: command not found', 'bash: line 1: nope: command not found'],
  ])('%s', (text, expected) => expect(rewrite(text)).toBe(expected));
});

test('a name that the author types is not taken for the user’s', () => {
  const typed = rewriterOf({ ...recording, typed: 'kubectl run alice' });
  expect(typed('pod/alice created')).toBe('pod/alice created');
});

test('nothing else is touched', () => {
  const text = 'pod/web-6d8f7c9b4d-2xk9p 10.244.0.7 2026-11-24T10:00:00Z\n';
  expect(rewrite(text)).toBe(text);
});
