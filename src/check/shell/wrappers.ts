import type { ShellWord } from '../../shell/facts.ts';

/** A command that runs the command in its words. */
interface Wrapper {
  /** Its options that stand in one word, value included. */
  readonly flags: RegExp;
  /** Those whose value is the next word. */
  readonly valued: ReadonlySet<string>;
  /** How many operands come before the command. */
  readonly operands: number;
  /** It adds to the command what it reads. */
  readonly adds?: true;
}

const none = new Set<string>();

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  builtin: { flags: /^(?!)/, valued: none, operands: 0 },
  command: { flags: /^-p$/, valued: none, operands: 0 },
  env: {
    flags: /^(-|-[i0]+|-u.+|--(ignore-environment|null|unset=.*))$/,
    valued: new Set(['-u', '--unset']),
    operands: 0,
  },
  nice: { flags: /^(-n?-?\d+|--adjustment=.*)$/, valued: new Set(['-n', '--adjustment']), operands: 0 },
  stdbuf: { flags: /^(-[ioe].+|--(input|output|error)=.*)$/, valued: new Set(['-i', '-o', '-e']), operands: 0 },
  timeout: {
    flags: /^(-[vfp]+|-[ks].+|--(foreground|preserve-status|verbose|kill-after=.*|signal=.*))$/,
    valued: new Set(['-k', '--kill-after', '-s', '--signal']),
    operands: 1,
  },
  xargs: {
    flags:
      /^(-[0rtx]+|-[nIPLdasE].+|-[iel].*|--(null|no-run-if-empty|verbose|exit|replace)|--(max-args|max-procs|max-lines|max-chars|delimiter|arg-file|replace|eof)=.*)$/,
    valued: new Set(['-n', '-I', '-P', '-L', '-d', '-a', '-s', '-E']),
    operands: 0,
    adds: true,
  },
};

/** What a command is given that nobody knows beforehand. */
const UNKNOWN: ShellWord = { text: '$…', literal: false, pos: 0 };

/**
 * @returns the command in a wrapper's words; `none` where it has none and runs nothing, `unknown` where it has an option
 * that may be anything; undefined for what is no wrapper
 */
export function wrappedCommand(
  name: string,
  words: readonly ShellWord[],
): { readonly name: ShellWord; readonly words: readonly ShellWord[] } | 'none' | 'unknown' | undefined {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined) return undefined;
  if (name === 'command' && /^-[vV]$/.test(words[0]?.text ?? '')) return 'none';
  let operands = wrapper.operands;
  let isOver = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (!isOver && word.text === '--') isOver = true;
    else if (!isOver && wrapper.valued.has(word.text)) index++;
    else if (!isOver && word.text.startsWith('-')) {
      if (!wrapper.flags.test(word.text)) return 'unknown';
    } else if (name === 'env' && /^\w+=/.test(word.text)) isOver = true;
    else if (operands > 0) {
      operands--;
      isOver = true;
    } else return { name: word, words: [...words.slice(index + 1), ...(wrapper.adds ? [UNKNOWN, UNKNOWN] : [])] };
  }
  return 'none';
}
