import type { Finding } from './types.ts';
import { typeset } from '../typography/typeset.ts';

/** @returns a finding as a terminal shows it: `content/04-pods/lecon.mdx:12:3  image-inconnue  message  → what to do` */
export function formatFinding({ file, line, column, code, message, fix, severity }: Finding): string {
  const mark = severity === 'warning' ? `${code} (avertissement)` : code;
  return `${file}:${line}:${column}  ${mark}  ${typeset(message)}  → ${typeset(fix)}`;
}

/** @returns the summary: « 2 erreurs, 1 avertissement dans 3 leçons (41 extraits). » */
export function formatSummary(findings: readonly Finding[], size: { lessons: number; snippets: number }): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = [count(errors, 'erreur'), count(findings.length - errors, 'avertissement')];
  const course = `${count(size.lessons, 'leçon')} (${count(size.snippets, 'extrait')})`;
  return findings.length === 0 ? `Rien à signaler dans ${course}.` : `${counts.join(', ')} dans ${course}.`;
}

/** Zero is singular in French. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number > 1 ? 's' : ''}`;
}
