/** Commands without a word behind them, those with a number and those with a label. */
const PLAIN = /^[=dDgGhHnNpPxzF{}]/;
const NUMBERED = /^[lLqQ][ \t]*\d*/;
const LABELLED = /^[:btTv][ \t]*[^;\n}]*/;
/** Text, or the file to read, to the end of the line; a line of text ends with `\` where the next one belongs to it. */
const TO_THE_END = /^[aicrR](?:\\[^]|[^\n\\])*/;
/** What stands between commands, and the numbers of an address; its patterns are of `delimited`. */
const BETWEEN = /^(?:[\s;!,]|\d+(?:~\d+)?|[+~]\d+|\$|#[^\n]*)/;
/** A set of characters in a pattern. */
const BRACKETS = /^\[\^?\]?[^\]\n]*\]/;

/**
 * @param script of sed, all its `-e` in one
 * @returns whether it writes no file (`w`, `W`, `s///w`) and runs no program (`e`, `s///e`); false where it is not understood
 */
export function sedReads(script: string): boolean {
  let rest = script;
  while (rest !== '') {
    const length =
      BETWEEN.exec(rest)?.[0].length ??
      patternLength(rest) ??
      substitutionLength(rest) ??
      [PLAIN, NUMBERED, LABELLED, TO_THE_END].map((each) => each.exec(rest)?.[0].length).find((each) => each);
    if (length === undefined) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** Of the pattern of an address: `/…/` or `\x…x`. */
function patternLength(text: string): number | undefined {
  const opening = text.startsWith('/') ? 1 : text.startsWith('\\') && text.length > 1 ? 2 : undefined;
  if (opening === undefined) return undefined;
  const length = delimited(text, opening, 1);
  return length === undefined ? undefined : length + (/^[IM]*/.exec(text.slice(length))?.[0].length ?? 0);
}

/** Of `s/…/…/flags` whose flags neither write nor run, and of `y/…/…/`. */
function substitutionLength(text: string): number | undefined {
  if (!/^[sy][^\s\\\w]/.test(text)) return undefined;
  const length = delimited(text, 2, 2);
  if (length === undefined) return undefined;
  const flags = /^[gpiImM\d]*/.exec(text.slice(length))?.[0] ?? '';
  const next = text[length + flags.length] ?? '\n';
  return /[\s;}#]/.test(next) ? length + flags.length : undefined;
}

/**
 * @param opening how many characters stand before the first part, the last of them the delimiter
 * @returns where so many parts end, each with a delimiter behind it; undefined also where one stands in brackets, which
 * not every sed takes for text
 */
function delimited(text: string, opening: number, parts: number): number | undefined {
  const delimiter = text[opening - 1];
  let left = parts;
  for (let index = opening; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (BRACKETS.exec(text.slice(index))?.[0].includes(delimiter ?? '')) return undefined;
    else if (text[index] === delimiter && --left === 0) return index + 1;
  }
  return undefined;
}
