import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { scopeOf } from '../../../src/judge/accept/scope.ts';
import { vocabularyOf } from '../../../src/judge/accept/vocabulary.ts';

const judged = (code: string, expected: string, actual: string): boolean =>
  like(expected, actual, scopeOf('', vocabularyOf([code]))).ok;

describe('what the author typed is stable', () => {
  test.each([
    ['a node port', 'ports: [{ port: 80, nodePort: 30081 }]', '80:30080/TCP', '80:30081/TCP'],
    ['a name', 'kubectl create configmap web-kbd25', 'configmap/web-kbd24 created', 'configmap/web-kbd25 created'],
    ['a part of a name', 'v=kbd25; kubectl create configmap "web-$v"', 'configmap/web-kbd24', 'configmap/web-kbd25'],
    ['an address', '--cluster-ip=10.96.0.50', 'IP: 10.96.0.51', 'IP: 10.96.0.50'],
    ['a network', 'podSubnet: "10.200.0.0/16"', 'PodCIDR: 10.201.0.0/24', 'PodCIDR: 10.200.0.0/24'],
    [
      'a digest',
      `image: web@sha256:${'1f'.repeat(32)}`,
      `web@sha256:${'2f'.repeat(32)}`,
      `web@sha256:${'1f'.repeat(32)}`,
    ],
    ['a duration', 'kubectl wait --timeout=120s', 'timed out after 90s', 'timed out after 120s'],
    [
      'a UUID',
      'uid=2a85ee31-09ab-4ae9-9849-9c6c024c9c7e',
      'uid 0d04c937-15cb-43e7-a326-021a236a9f7b',
      'uid 2a85ee31-09ab-4ae9-9849-9c6c024c9c7e',
    ],
  ])('%s: neither may it become another, nor another it', (_, code, other, typed) => {
    expect(judged('', other, typed)).toBe(true);
    expect(judged(code, other, typed)).toBe(false);
    expect(judged(code, typed, other)).toBe(false);
    expect(judged(code, typed, typed)).toBe(true);
  });

  test.each([
    ['an age', 'NAME   AGE\nweb    30s', 'NAME   AGE\nweb    12s'],
    ['a date of restart', 'web   1 (30s ago)', 'web   1 (12s ago)'],
    ['a consumption', 'NAME   CPU(cores)\nweb    100m', 'NAME   CPU(cores)\nweb    3m'],
    ['an event', '  Normal  Pulled  30s  kubelet  fini', '  Normal  Pulled  12s  kubelet  fini'],
  ])('but %s is measured, whatever was typed elsewhere', (_, one, other) => {
    expect(judged('sleep 30s --cpu=100m', one, other)).toBe(true);
    expect(judged('sleep 30s --cpu=100m', other, one)).toBe(true);
  });

  test('what only looks like a part of it is not typed', () => {
    expect(judged('--cluster-ip=110.96.0.50', 'IP: 10.96.0.50', 'IP: 10.96.0.51')).toBe(true);
    expect(judged('nodePort: 130081', '80:30081/TCP', '80:30080/TCP')).toBe(true);
  });
});

describe('custom-columns', () => {
  const scope = scopeOf("kubectl get pods -o custom-columns='nom:.metadata.name,noeud:.spec.nodeName'", new Set());
  const print = (first: string, second: string): string =>
    `nom                   noeud\nweb-5ffd94fdcb-${first}   un\nweb-5ffd94fdcb-${second}   deux`;

  test('have titles of their own: rows with random names have no order', () => {
    const swapped = print('6mvh5', 'hgv9w').split('\n');
    expect(like(print('6mvh5', 'hgv9w'), [swapped[0], swapped[2], swapped[1]].join('\n'), scope).ok).toBe(true);
    expect(like(print('6mvh5', 'hgv9w'), print('6mvh5', 'hgv9w').replace('deux', 'trois'), scope).ok).toBe(false);
  });
});

test('the name of a Pod that kubectl cut to 63 characters', () => {
  const base = 'un-deploiement-dont-le-nom-est-bien-plus-long-que-prevu-6-';
  expect(base).toHaveLength(58);
  expect(like(`${base}bhn8f`, `${base}77tkq`).ok).toBe(true);
  expect(like(`${base}bhn8f`, `${base.replace('6', '5')}77tkq`).ok).toBe(false);
  expect(like(`${base.slice(1)}2bhn8f`, `${base.slice(1)}277tkq`).ok).toBe(true);
});

test('a refusal says that the author typed it', () => {
  const refused = like('80:30080/TCP', '80:30081/TCP', scopeOf('', vocabularyOf(['nodePort: 30081'])));
  expect(refused.ok || refused.diff).toContain('«\u00a030081\u00a0» est écrit dans le code de la leçon');
});
