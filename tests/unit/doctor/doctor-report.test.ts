import { expect, test } from 'vitest';
import { exitCodeOf, renderChecks } from '../../../src/doctor/doctor-report.ts';
import type { Check } from '../../../src/doctor/doctor.ts';

const CHECKS: Check[] = [
  { name: 'Node', state: 'present', found: '24.21.0' },
  { name: 'kind', state: 'lacking', found: 'kind est introuvable.', fix: 'Installez kind.' },
  { name: 'disque', state: 'warning', found: '5 Gio libres', fix: 'docker system prune' },
];

test('each check is an aligned line with a glyph and a word, and what to type under it', () => {
  expect(renderChecks(CHECKS).split('\n')).toEqual([
    '✔ présent    Node    24.21.0',
    '✘ manque     kind    kind est introuvable.',
    '                     → Installez kind.',
    '⚠ attention  disque  5 Gio libres',
    '                     → docker system prune',
    '',
    'Pour prouver les leçons, il manque\u00a0: kind. Lire le cours (npm start) n’en a pas besoin.',
    '',
  ]);
});

test('only what lacks makes it fail', () => {
  expect(exitCodeOf(CHECKS)).toBe(2);
  expect(exitCodeOf(CHECKS.filter(({ state }) => state !== 'lacking'))).toBe(0);
});
