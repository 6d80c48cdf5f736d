import { expect, test } from 'vitest';
import { runView } from '../../../src/site/run-view.ts';
import type { Proof, RunInfo, StepRecord } from '../../../src/proof/types.ts';

const run: RunInfo = { date: '2026-11-23T23:30:00Z', kind: '0.33.0', kubernetes: 'v1.37.0', node: 'n', images: {} };
const record = { id: 's1', hash: '', exitCode: 1, durationMs: 1234, output: 'x', timing: [], waits: [] };
const recorded = (state: 'proven' | 'expected-failure'): Proof => ({
  state,
  record: { ...record, status: state } satisfies StepRecord,
  shown: 'x',
});

test.each([
  [recorded('proven'), '✓ vérifié le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s'],
  [recorded('expected-failure'), '✗ échec attendu (code 1), le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s'],
  [{ state: 'skipped', reason: "demande l'Internet" } satisfies Proof, '– non exécuté · demande l’Internet'],
])('the foot of a run reads as IDENTITY.md says (%#)', (proof, foot) => {
  const { glyph, word, details } = runView(proof, run);
  expect(`${glyph} ${[word, ...details].join(' · ')}`.replaceAll('\u00A0', ' ')).toBe(foot);
});
