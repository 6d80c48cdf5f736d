import { expect, test } from 'vitest';
import { findingsIn } from './course-of.ts';

/** What a tired author wrote, and an earlier verifier called proven: each is told before anything is run. */
test.each([
  ['any output fits', '```bash\nls /absent || true\n```\n\n```output\n…\n```\n', 'sortie-sans-preuve'],
  ['shown in <pre>', '<pre>kubectl delete namespace production</pre>', 'montre-sans-executer'],
  ['shown by an expression', '{"$ kubectl get pods — 3/3 Running"}', 'expression'],
  ['a language like a method', '```constructor\necho a\n```', 'langage-inconnu'],
  ['an attribute like a method', '```bash constructor\ntrue\n```', 'attribut-inconnu'],
  [
    'an output of what is skipped',
    '```bash skip="a" review=2030-01-01\nls\n```\n\n```output\na\n```\n',
    'sortie-sans-execution',
  ],
  [
    'a counter under retry',
    '```bash\nn=0\n```\n\n```bash retry=10s\nn=$((n+1))\necho "essai $n"\n```\n\n```output\nessai 3\n```\n',
    'retry-accumule',
  ],
  [
    'a hidden variable',
    '```bash hidden\nv=Lyon\n```\n\n```bash\necho "$v"\n```\n\n```output\nLyon\n```\n',
    'hidden-definit',
  ],
  [
    'a refusal for any reason',
    '```yaml exit=1\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: Bien }\n```\n',
    'refus-sans-raison',
  ],
  [
    'a wait for what never was',
    '```bash wait="delete of configmap/aa"\nkubectl delete configmap a\n```\n\n```output\nconfigmap "a" deleted\n```\n',
    'attente-sans-objet',
  ],
])('%s', (_, text, code) => {
  expect(findingsIn(text).map((finding) => finding.split(' ')[1])).toEqual([code]);
});
