import { errorAt } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import { readShell, type ShellCommand, type ShellFacts, type ShellWord } from '../../shell/facts.ts';

/** From here on a `sleep` is no pause between two attempts, but a guess at how long something takes. Seconds. */
const LONG = 2;

/** Programs that run the command behind their own options, with how many operands stand before it. */
const WRAPPERS: Readonly<Record<string, number>> = { command: 0, exec: 0, env: 0, nice: 0, time: 0, timeout: 1 };

/** Seconds by coreutils' suffixes. */
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3_600, d: 86_400 };

/**
 * A snippet waits for a state, never for a time: on a slower machine the guess is wrong. What is handed to a container
 * is that one's matter; what runs behind the snippet holds up nobody.
 */
export const sleeps: Rule = ({ readings }) =>
  readings.flatMap(({ scripts }) =>
    [...scripts].flatMap(([snippet, facts]) =>
      snippet.attributes.background
        ? []
        : longSleeps(facts).map(({ text, pos }) =>
            errorAt(placeInSnippet(snippet, lineColumn(snippet.code, pos)), {
              code: 'attente-fixe',
              message: `« ${text} » attend une durée, que rien ne garantit ailleurs`,
              fix: 'répétez une commande qui lit l’état attendu (retry=60s), ou attendez-le par wait=',
            }),
          ),
    ),
  );

interface Found {
  readonly text: string;
  readonly pos: number;
}

function longSleeps({ commands }: ShellFacts): Found[] {
  return commands.flatMap((command) => (command.detached ? [] : sleepOf(command)));
}

function sleepOf({ name, words, detached }: ShellCommand): Found[] {
  const [first, ...rest] = words;
  if (name.text === 'sleep' || name.text.endsWith('/sleep'))
    return isLong(words) ? [{ text: ['sleep', ...words.map(({ text }) => text)].join(' '), pos: name.pos }] : [];
  if (name.text === 'bash' || name.text === 'sh') {
    const option = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
    const code = option === -1 ? undefined : words[option + 1];
    if (code === undefined || !code.literal) return [];
    return longSleeps(readShell(code.text)).map(({ text }) => ({ text, pos: code.pos }));
  }
  if (first === undefined || !Object.hasOwn(WRAPPERS, name.text)) return [];
  // Options with a value of their own leave it in front: the command is found behind it all the same.
  const operands = [first, ...rest].filter(({ text }) => !/^-|^\w+=/.test(text));
  const start = operands.findIndex(({ text }, index) => index >= (WRAPPERS[name.text] ?? 0) && !/^\d/.test(text));
  const inner = operands[start];
  if (inner === undefined) return [];
  return sleepOf({ name: inner, words: words.slice(words.indexOf(inner) + 1), detached });
}

/** @returns whether it sleeps long, or for a time that only the run knows */
function isLong(words: readonly ShellWord[]): boolean {
  const times = words.filter(({ text }) => !text.startsWith('-'));
  if (times.some(({ literal }) => !literal)) return true;
  return times.reduce((sum, { text }) => sum + secondsOf(text), 0) >= LONG;
}

function secondsOf(text: string): number {
  if (/^inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  const [, amount = '0', unit = ''] = /^(\d*\.?\d+)([smhd]?)$/.exec(text) ?? [];
  return Number(amount) * (UNITS[unit] ?? 1);
}
