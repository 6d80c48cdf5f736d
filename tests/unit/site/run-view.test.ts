import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { planOf, type Step } from '../../../src/lesson/plan.ts';
import type { ClusterKind } from '../../../src/lesson/types.ts';
import type { Proof, RunInfo, StepRecord } from '../../../src/proof/types.ts';
import { recordOf } from '../../fixtures/record-of.ts';
import { GLYPHS, runView } from '../../../src/site/run-view.ts';
import { lessonOf } from './lesson.ts';

const run: RunInfo = {
  date: '2026-11-23T23:30:00Z',
  versions: { Kubernetes: '1.37.0', kind: '0.33.0', Docker: '29.1' },
  images: {},
};

/** A proof of that state; what a proof may hold besides is added. */
const recorded = (state: 'proven' | 'expected-failure', more: Partial<StepRecord> = {}): Proof => ({
  state,
  record: recordOf({ status: state, exitCode: 1, output: 'x', ...more }),
  shown: 'x',
});
const stepOf = (fence: string): Step => {
  const [step] = planOf(lessonOf(`\`\`\`${fence}\n\`\`\`\n`));
  if (step === undefined) throw new Error('no step');
  return step;
};
function footOf(proof: Proof, fence: string, cluster: ClusterKind = 'shared'): string {
  const { state, word, details } = runView(proof, run, { step: stepOf(fence), cluster });
  return `${GLYPHS[state]} ${[word, ...details].join(' · ')}`.replaceAll(/[\u00A0\u202F]/g, ' ');
}

const WAIT = { command: 'kubectl wait', startMs: 0, durationMs: 3000, output: '' };
const YAML = 'yaml file=web.yaml';
const MANIFEST = 'apiVersion: v1\nkind: Pod';

test.each([
  [recorded('proven'), 'bash\nls', '✓ vérifié le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s'],
  [recorded('proven', { waits: [WAIT] }), 'bash\nls', '✓ vérifié le 23 nov. 2026 · Kubernetes 1.37.0 · 4,2 s'],
  [
    recorded('expected-failure'),
    'bash exit=1\nls',
    '✗ échec attendu (code 1), le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s',
  ],
  [
    { state: 'skipped', reason: "demande l'Internet" } satisfies Proof,
    'bash\nls',
    '– non exécuté · demande l’Internet',
  ],
  [
    recorded('proven'),
    `${YAML}\n${MANIFEST}`,
    '✓ accepté par le serveur, à blanc, le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s',
  ],
  [recorded('proven'), `${YAML} apply\n${MANIFEST}`, '✓ vérifié le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s'],
  [
    recorded('expected-failure'),
    `yaml exit=1\n${MANIFEST}`,
    '✗ refus attendu du serveur, à blanc, le 23 nov. 2026 · Kubernetes 1.37.0 · 1,2 s',
  ],
  [recorded('proven'), 'sh file=bilan.sh\nls', '✓ fichier écrit le 23 nov. 2026'],
])('the foot of a box says what was done, and counts all the time that the box shows (%#)', (proof, fence, foot) => {
  expect(footOf(proof, fence)).toBe(foot);
});

test.each([
  [{ attempts: 4, tookMs: 14_000 }, 'répétée jusqu’à ce résultat (4 essais, 14 s) · Kubernetes 1.37.0'],
  [
    { attempts: 4, tookMs: 14_000, waits: [WAIT] },
    'répétée jusqu’à ce résultat (4 essais, 14 s) · Kubernetes 1.37.0 · 17 s',
  ],
  [{ attempts: 1, tookMs: 1234 }, 'Kubernetes 1.37.0 · 1,2 s'],
])('a command that was repeated says so, with what is known of it (%#)', (more, details) => {
  expect(footOf(recorded('proven', more), 'bash retry=60s\nls')).toBe(`✓ vérifié le 23 nov. 2026 · ${details}`);
});

test.each([
  ['kubectl diff -f web.yaml', 'il y a une différence'],
  ['kubectl -n web diff -f web.yaml', 'il y a une différence'],
  ['diff avant apres', 'il y a une différence'],
  ['kubectl auth can-i delete pods', 'la réponse est non'],
  ['kubectl get pods | grep web', 'aucune ligne ne correspond'],
])('a code 1 that answers is no failure: %s', (command, answer) => {
  const foot = footOf(recorded('expected-failure'), `bash exit=1\n${command}`);
  expect(foot).toBe(`✓ vérifié le 23 nov. 2026, code 1 : ${answer} · Kubernetes 1.37.0 · 1,2 s`);
});

test.each(['kubectl get diff', 'diff a b | cat', 'grep x f; false', 'kubectl delete pod diff'])(
  'nor is any other code 1 an answer: %s',
  (command) => {
    expect(footOf(recorded('expected-failure'), `bash exit=1\n${command}`)).toMatch(/^✗ échec attendu \(code 1\)/);
  },
);

test('a lesson names what it runs on: Docker under Swarm, nothing without a cluster', () => {
  expect(footOf(recorded('proven'), 'bash\nls', 'swarm')).toBe('✓ vérifié le 23 nov. 2026 · Docker 29.1 · 1,2 s');
  expect(footOf(recorded('proven'), 'bash\nls', 'none')).toBe('✓ vérifié le 23 nov. 2026 · 1,2 s');
});

test('the stylesheet draws under a box the sign that each state has elsewhere', async () => {
  const css = await readFile('src/styles/base.css', 'utf8');
  const drawn = [...css.matchAll(/\.foot(?:\[data-state='([\w-]+)'\])?::before \{\s*content: '(.)' \/ ''/g)];
  expect(Object.fromEntries(drawn.map(([, state = 'proven', glyph]) => [state, glyph]))).toEqual(GLYPHS);
});
