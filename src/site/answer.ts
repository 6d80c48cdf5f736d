import type { Snippet } from '../lesson/types.ts';

/** Commands whose exit code 1 is an answer, not a failure, with what it says. Sources: POSIX diff, cmp, grep; kubectl. */
const ANSWERS: readonly (readonly [command: RegExp, answer: string])[] = [
  [/^(?:(?:kubectl|git) (?:-\S+ (?:[^-\s]\S* )?)*?diff|diff|cmp)\b/, 'il y a une différence'],
  [/^kubectl (?:-\S+ (?:[^-\s]\S* )?)*?auth can-i\b/, 'la réponse est non'],
  [/^(?:[ef]?grep)\b/, 'aucune ligne ne correspond'],
];

/**
 * @param snippet one that has to end with 1
 * @returns what this code answers, in French, where its last command is one that answers by it
 */
export function answerOf({ kind, code, attributes }: Snippet): string | undefined {
  if (kind !== 'command' || attributes.exit !== 1 || attributes.check) return undefined;
  const lines = code.replaceAll(/\\\n\s*/g, ' ').split('\n');
  const last = lines.findLast((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const command =
    last
      .split(/&&|\|\||[|;]/)
      .at(-1)
      ?.trim() ?? '';
  return ANSWERS.find(([pattern]) => pattern.test(command))?.[1];
}
