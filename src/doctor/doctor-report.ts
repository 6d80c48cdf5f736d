import type { Check } from './doctor.ts';

/** A glyph and a word for each state: neither colour nor shape is the only sign. */
const STATES = {
  present: '✔ présent',
  warning: '⚠ attention',
  lacking: '✘ manque',
} as const satisfies Record<Check['state'], string>;

/** @returns one aligned line a check, what to type under it, then the conclusion; ends with a line feed */
export function renderChecks(checks: readonly Check[]): string {
  const stateWidth = Math.max(...Object.values(STATES).map((word) => word.length));
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, state, found, fix }) => {
    const line = `${STATES[state].padEnd(stateWidth)}  ${name.padEnd(nameWidth)}  ${found}`;
    return fix === undefined ? [line] : [line, `${' '.repeat(stateWidth + nameWidth + 4)}→ ${fix}`];
  });
  return `${[...lines, '', conclusion(checks)].join('\n')}\n`;
}

function conclusion(checks: readonly Check[]): string {
  const lacking = checks.filter(({ state }) => state === 'lacking').map(({ name }) => name);
  if (lacking.length === 0) return 'Tout est là : les leçons peuvent être prouvées (npm run verify).';
  return `Pour prouver les leçons, il manque : ${lacking.join(', ')}. Lire le cours (npm start) n’en a pas besoin.`;
}

/** @returns 0 when lessons can be proven, 2 when something lacks */
export function exitCodeOf(checks: readonly Check[]): 0 | 2 {
  return checks.some(({ state }) => state === 'lacking') ? 2 : 0;
}
