import { VOLATILE, type VolatileClass } from './volatile.ts';
import { keyOf } from './words.ts';

/** What stands for any text in a line, or alone on a line for any lines. */
export const ELLIPSIS = '…';

/** A piece of text: a value of a class, or stable text. */
export interface Token {
  readonly text: string;
  readonly volatile?: VolatileClass;
}

/** The classes that count in a column, and one expression for them all: a group each, in their order. */
interface Reader {
  readonly classes: readonly VolatileClass[];
  readonly expression: RegExp;
}

const readers = new Map<string, Reader>();
/** Without any of these, a text has no volatile value. It only saves time. */
const HINT = /\d|-[b-z]{5}|\/tmp\/|[Aa]bout an?|[Ll]ess than/;

function readerOf(classes: readonly VolatileClass[]): Reader {
  return { classes, expression: new RegExp(classes.map(({ pattern }) => `(${pattern.source})`).join('|'), 'gu') };
}

const anywhere = readerOf(VOLATILE.filter(({ columns }) => columns === undefined));

/** `column`: `''` outside of tables. */
function readerFor(column: string): Reader {
  if (!VOLATILE.some(({ columns }) => columns?.test(column))) return anywhere;
  const reader = readers.get(column) ?? readerOf(VOLATILE.filter(({ columns }) => columns?.test(column) ?? true));
  readers.set(column, reader);
  return reader;
}

function tokenize(text: string, column: string): Token[] {
  if (!HINT.test(text)) return [{ text }];
  const { classes, expression } = readerFor(column);
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(expression)) {
    const volatile = classes[match.indexOf(match[0], 1) - 1];
    if (!volatile) continue;
    if (match.index > from) tokens.push({ text: text.slice(from, match.index) });
    tokens.push({ text: match[0], volatile });
    from = match.index + match[0].length;
  }
  if (from < text.length) tokens.push({ text: text.slice(from) });
  return tokens;
}

/**
 * A line or the cell of a table, as `like` reads it. Two phrases without `…` agree when their keys are equal: same
 * stable text, volatile values of the same classes at the same places. So agreeing is symmetric and transitive.
 * Indentation counts (YAML); further runs of white space only separate; what trails never counts.
 */
export class Phrase {
  readonly raw: string;
  readonly elided: boolean;
  /** The white space before its text. */
  readonly indent: string;
  readonly #column: string;
  #tokens: readonly Token[] | undefined;
  #key: string | undefined;
  #words: ReadonlySet<string> | undefined;
  #pattern: RegExp | undefined;

  /** `column`: the header of the cell's column, `''` for a line. */
  constructor(raw: string, column = '') {
    this.raw = raw;
    this.elided = raw.includes(ELLIPSIS);
    this.indent = /^\s*(?=\S)/.exec(raw)?.[0] ?? '';
    this.#column = column;
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokenize(this.raw.trim().replace(/\s+/g, ' '), this.#column));
  }

  /** The text with each volatile value replaced by its class. */
  get key(): string {
    return (this.#key ??= this.indent + keyOf(this.tokens));
  }

  /** The runs of letters and digits in the key, and the classes of its volatile values. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(this.key.match(/[\p{L}\p{N}\0]+/gu)));
  }

  /** Whether `actual` may stand where the author wrote this. */
  accepts(actual: Phrase): boolean {
    if (this.elided) return this.#expression.test(actual.raw);
    return this.raw === actual.raw || this.key === actual.key;
  }

  /**
   * `actual`, which this accepts, with `…` for what the author's `…` stood for. `padded`: white space that follows
   * grows by what the text loses, so that the columns of a table stay where they are.
   */
  elide(actual: string, { padded = false } = {}): string {
    const indices = this.elided ? this.#expression.exec(actual)?.indices?.slice(1) : undefined;
    let shown = actual;
    for (const span of (indices ?? []).toReversed()) {
      const [start, end] = span ?? [0, 0];
      if (start === end) continue;
      const tail = shown.slice(end);
      const pad = padded && /^\s*\s{2}\S/.test(tail) ? ' '.repeat(Math.max(0, end - start - 1)) : '';
      shown = shown.slice(0, start) + ELLIPSIS + pad + tail;
    }
    return shown;
  }

  /** On raw text; one capturing group for each `…`. */
  get #expression(): RegExp {
    if (this.#pattern) return this.#pattern;
    const parts = this.tokens.map(({ text, volatile }) =>
      volatile ? `(?:${volatile.pattern.source})` : text.split(ELLIPSIS).map(literal).join('(.*?)'),
    );
    return (this.#pattern = new RegExp(`^${this.indent}${parts.join('')}\\s*$`, 'dsu'));
  }
}

/** The expression of stable text. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
}
