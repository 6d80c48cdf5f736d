import type { ShellWord } from './facts.ts';

/** @returns whether a word is one of these options: `--name`, `--name=…`, or `-x`, also inside `-axb` */
export function isOption(word: ShellWord, options: readonly string[]): boolean {
  const { text } = word;
  if (!text.startsWith('-')) return false;
  return options.some((option) => {
    if (option.startsWith('--')) return text === option || text.startsWith(`${option}=`);
    return !text.startsWith('--') && text.slice(1).includes(option.slice(1));
  });
}

/** @returns whether a word is the beginning of one of these long options, by which GNU's programs and git take them */
export function isShortened({ text }: ShellWord, options: readonly string[]): boolean {
  const [name = ''] = text.split('=');
  return /^--\w/.test(name) && options.some((option) => option.startsWith(name));
}

/** @returns a command's words up to `--`: those behind it are another program's */
export function optionsOf(words: readonly ShellWord[]): readonly ShellWord[] {
  const end = words.findIndex(({ text }) => text === '--');
  return end === -1 ? words : words.slice(0, end);
}

/**
 * What is left of a command's words without its options.
 * @param words up to `--`, behind which nothing is read
 * @param valued options whose value is the next word
 */
export function positionals(words: readonly ShellWord[], valued: ReadonlySet<string>): ShellWord[] {
  const left: ShellWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || word.text === '--') break;
    if (valued.has(word.text)) index++;
    else if (!word.text.startsWith('-') || word.text === '-') left.push(word);
  }
  return left;
}

/**
 * The values of an option, as `--image=X` or `--image X`.
 * @param words up to `--`, behind which nothing is read
 */
export function optionValues(words: readonly ShellWord[], options: readonly string[]): ShellWord[] {
  return optionsOf(words).flatMap((word, index) => {
    const option = options.find((each) => word.text === each || word.text.startsWith(`${each}=`));
    if (option === undefined) return [];
    if (word.text === option) return words[index + 1] ?? [];
    return { ...word, text: word.text.slice(option.length + 1), pos: word.pos + option.length + 1 };
  });
}
