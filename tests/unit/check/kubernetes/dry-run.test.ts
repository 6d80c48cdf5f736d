import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsInFence } from '../course-of.ts';

/**
 * Documents with the verdict of a real server: `kubectl apply --dry-run=server --validate=strict` on Kubernetes 1.37.0.
 * Each begins with `# takes: …` or `# refuses: …`; what only the server can know (names, ranges) is not among them.
 */
const DOCUMENTS = readFileSync(new URL('dry-run.yaml', import.meta.url), 'utf8')
  .split(/^---\n/m)
  .map((code) => {
    const [, verdict = '', name = ''] = /^# (takes|refuses): (.*)$/m.exec(code) ?? [];
    return { verdict, name, code: code.trimEnd() };
  });

test('there are many of both', () => {
  const { takes = [], refuses = [] } = Object.groupBy(DOCUMENTS, ({ verdict }) => verdict as 'takes' | 'refuses');
  expect(Math.min(takes.length, refuses.length)).toBeGreaterThan(30);
});

test.each(DOCUMENTS)('the check and the server agree: $verdict $name', ({ verdict, code }) => {
  const findings = findingsInFence('yaml', code).filter((finding) => !/image-inconnue$/.test(finding));
  expect(findings.length === 0 ? 'takes' : 'refuses', findings.join()).toBe(verdict);
});
