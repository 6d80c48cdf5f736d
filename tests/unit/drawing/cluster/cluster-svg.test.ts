import { describe, expect, test } from 'vitest';
import { clusterFile, clusterSvg } from '../../../../src/drawing/cluster/cluster-svg.ts';
import { node, pod, state } from './states.ts';

const deployment = { kind: 'Deployment', name: 'web' } as const;
const set = { kind: 'ReplicaSet', name: 'web-6d8f7c9b4d' } as const;
const owners = [
  { ...deployment, wanted: 2, ready: 1 },
  { ...set, owner: deployment, wanted: 2, ready: 1 },
];

describe('clusterSvg', () => {
  test('a Pod bears its state as a word and a glyph, its image and its restarts', () => {
    const svg = clusterSvg(
      state({ pods: [pod('casse', { state: 'CrashLoopBackOff', ready: false, restarts: 4 })] }),
      900,
    );
    expect(svg).toMatch(/class="cm-pod cm-failed"/);
    expect(svg).toContain('<title>casse · CrashLoopBackOff · nginx:1.28 · 4\u00A0redémarrages</title>');
    expect(svg).toContain('↻ 4');
    expect(svg).toMatch(/<g class="cm-glyph"[^>]*><path/);
  });

  test('what runs and is not ready says so', () => {
    expect(clusterSvg(state({ pods: [pod('a', { ready: false })] }), 900)).toContain('>Running, pas prêt<');
  });

  test('Pods of a Deployment stand under its name, not under its ReplicaSet’s, and drop what they share with it', () => {
    const svg = clusterSvg(state({ owners, pods: [pod('web-6d8f7c9b4d-2xk9p', { owner: set })] }), 900);
    expect(svg).toContain('>Deployment<');
    expect(svg).toContain('1/2 prêts');
    expect(svg).not.toContain('>ReplicaSet<');
    expect(svg).toContain('>6d8f7c9b4d-2xk9p<');
  });

  test('a task of a Swarm is known by its place, a machine says what it is and that it is down', () => {
    const owner = { kind: 'SwarmService', name: 'fond' } as const;
    const nodes = [
      node('vagrantbox-1', { engine: 'docker', role: 'manager' }),
      node('vagrantbox-2', { engine: 'docker', ready: false }),
    ];
    const pods = [pod('fond.1.w3q7x', { node: 'vagrantbox-1', owner })];
    const svg = clusterSvg(state({ nodes, pods, owners: [{ ...owner, wanted: 1, ready: 1 }] }), 900);
    expect(svg).toContain('>fond.1<');
    expect(svg).toContain('>service<');
    expect(svg).toContain('>manager<');
    expect(svg).toContain('>✗ Down<');
    expect(svg).not.toContain('aucun conteneur');
    const empty = clusterSvg(state({ nodes: [node('vagrantbox-1', { engine: 'docker' })] }), 900);
    expect(empty).toContain('>aucun conteneur de la leçon<');
  });

  test('the same Pod has the same key wherever it stands', () => {
    const keys = (svg: string) => [...svg.matchAll(/data-key="(pod[^"]+)"/g)].map(([, key]) => key);
    expect(keys(clusterSvg(state({ pods: [pod('a')] }), 900))).toEqual(
      keys(clusterSvg(state({ pods: [pod('a', { state: 'Terminating' })] }), 358)),
    );
  });

  test('names are text, never markup', () => {
    const svg = clusterSvg(state({ nodes: [node('<b>')], pods: [pod('a', { node: '<b>', tag: '"&<' })] }), 900);
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;');
  });

  test('a file brings its colours for both themes, a drawing in a page takes the page’s', () => {
    expect(clusterFile(state(), 900)).toContain('--ink:light-dark(#1b1f2a,#e8eaf0)');
    expect(clusterSvg(state(), 900)).not.toContain('#');
  });
});
