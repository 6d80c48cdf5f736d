import { isUtf8 } from 'node:buffer';
import { stripVTControlCharacters } from 'node:util';

// Everything below a space but tab and line feed, DEL, and the C1 controls.
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/**
 * @param bytes what was printed
 * @returns the text as a terminal shows it, without colours; bytes that are no text, as `\x1b`
 */
export function printable(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : linesOf(bytes).map(readableLine).join('');
  return stripVTControlCharacters(text).replaceAll('\r\n', '\n').replaceAll(CONTROLS, escapeCharacter);
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    start = end < 0 ? bytes.length : end + 1;
  }
}

function linesOf(bytes: Buffer): Buffer[] {
  return [...chunks(bytes)];
}

function readableLine(line: Buffer): string {
  return isUtf8(line) ? line.toString('utf8') : line.toString('latin1').replaceAll(/[^\x00-\x7f]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
