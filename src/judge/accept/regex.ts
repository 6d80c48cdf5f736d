import type { Difference, Matcher, MatchResult } from '../types.ts';

/**
 * The expected text is one regular expression for the whole output, from its first character to its last. In it, `.`
 * also matches a newline (flags `s` and `u`); newlines at the end, of either, do not count.
 */
export const regex: Matcher = (expected, actual) => {
  const source = expected.replace(/[\r\n]+$/, '');
  const printed = actual.replace(/[\r\n]+$/, '');
  let expression: RegExp;
  try {
    // Alone first: `a)|(b` is only valid between our parentheses.
    expression = new RegExp(source, 'su');
    expression = new RegExp(`^(?:${source})$`, 'su');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const cause = message.slice(message.lastIndexOf(': ') + 1).trim();
    return refuse(source, printed, `l’expression régulière est invalide\u00a0: ${cause}`);
  }
  if (expression.test(printed)) return { ok: true, shown: actual };
  const part = new RegExp(source, 'su').exec(printed)?.[0];
  const found = part ? `, seulement «\u00a0${part}\u00a0»` : '';
  return refuse(source, printed, `l’expression régulière ne décrit pas toute la sortie${found}`);
};

function refuse(expected: string, actual: string, reason: string): MatchResult {
  const difference: Difference = { line: 1, expected, actual, reason };
  const side = (sign: string, text: string): string =>
    text
      .split('\n')
      .map((line) => `${sign} ${line}`.trimEnd())
      .join('\n');
  return {
    ok: false,
    differences: [difference],
    diff: `${side('-', expected)}\n${side('+', actual)}\n    ↳ ${reason}`,
  };
}
