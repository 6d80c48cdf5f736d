import { isUtf8 } from 'node:buffer';

// All that a terminal acts upon instead of showing it, and what has no picture: everything below a space but tab and line
// feed, DEL, and the C1 controls.
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;
const CONTROLS = new RegExp(CONTROL, 'g');
// CSI with its parameters; OSC, DCS, PM, APC up to their end; a charset; any other two characters.
const SEQUENCE =
  /(?:\x1b\[|\x9b)([0-?]*)[ -/]*([@-~])|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[()*+][\w]|\x1b[0-~]/y;
const PLAIN = /[^\x00-\x08\x0a-\x1f\x7f-\x9f]+/y;

/**
 * @param bytes what was printed
 * @returns the text as a terminal has it on its screen in the end: carriage returns, backspaces and erasures done, colours
 *   and titles gone; bytes that are no text, as `\x1b`
 */
export function printable(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : [...linesOf(bytes)].map(readableLine).join('');
  const unix = text.replaceAll(/\r+\n/g, '\n');
  return CONTROL.test(unix) ? new Screen().write(unix).toString() : unix;
}

/** The lines that have been written, all of them, and a cursor. */
class Screen {
  #rows: string[][] = [[]];
  #row = 0;
  #column = 0;

  write(text: string): this {
    for (let at = 0; at < text.length;) {
      const plain = matchAt(PLAIN, text, at)?.[0];
      if (plain !== undefined) {
        this.#put([...plain]);
        at += plain.length;
        continue;
      }
      const sequence = matchAt(SEQUENCE, text, at);
      if (sequence !== undefined) {
        const [whole, parameters, final] = sequence;
        if (final !== undefined) this.#control(final, parameters ?? '');
        at += whole.length;
        continue;
      }
      this.#single(text[at] ?? '');
      at += 1;
    }
    return this;
  }

  toString(): string {
    return this.#rows.map((row) => Array.from(row, (cell) => cell ?? ' ').join('')).join('\n');
  }

  #put(characters: readonly string[]): void {
    const row = (this.#rows[this.#row] ??= []);
    if (this.#column === row.length) for (const character of characters) row.push(character);
    else for (const [index, character] of characters.entries()) row[this.#column + index] = character;
    this.#column += characters.length;
  }

  #single(character: string): void {
    if (character === '\n') this.#newLine();
    else if (character === '\r') this.#column = 0;
    else if (character === '\b') this.#column = Math.max(0, this.#column - 1);
    else if (character !== '\x07') this.#put([...character.replaceAll(CONTROLS, escapeCharacter)]);
  }

  #newLine(): void {
    this.#row += 1;
    this.#column = 0;
    this.#rows[this.#row] ??= [];
  }

  #control(final: string, parameters: string): void {
    const count = Math.max(1, Number.parseInt(parameters, 10) || 0);
    const mode = Number.parseInt(parameters, 10) || 0;
    if (final === 'K') this.#eraseLine(mode);
    else if (final === 'J') this.#eraseScreen(mode);
    else if (final === 'G') this.#column = count - 1;
    else if (final === 'C') this.#column += count;
    else if (final === 'D') this.#column = Math.max(0, this.#column - count);
    else if (final === 'A' || final === 'F') this.#row = Math.max(0, this.#row - count);
    else if (final === 'B' || final === 'E') this.#row = Math.min(this.#rows.length - 1, this.#row + count);
    if (final === 'E' || final === 'F') this.#column = 0;
  }

  #eraseLine(mode: number): void {
    const row = this.#rows[this.#row] ?? [];
    if (mode === 0) row.length = Math.min(row.length, this.#column);
    else if (mode === 2) row.length = 0;
    else row.fill(' ', 0, this.#column + 1);
  }

  #eraseScreen(mode: number): void {
    if (mode === 0) {
      this.#eraseLine(0);
      this.#rows.length = this.#row + 1;
    } else if (mode >= 2) {
      this.#rows = [[]];
      this.#row = this.#column = 0;
    }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    start = end < 0 ? bytes.length : end + 1;
  }
}

function readableLine(line: Buffer): string {
  return isUtf8(line) ? line.toString('utf8') : line.toString('latin1').replaceAll(/[^\x00-\x7f]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
