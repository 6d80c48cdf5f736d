import type { Position, Snippet } from '../lesson/types.ts';

/**
 * The place in the lesson of something in a snippet's code.
 * @param snippet whose fence may be indented: its code's columns count from the fence's own
 * @param line in the code, from 1
 * @param column in that line, from 1
 */
export function placeInSnippet({ position }: Snippet, { line, column }: { line: number; column: number }): Position {
  return { file: position.file, line: position.line + line, column: position.column + column - 1 };
}

/** @returns line and column, from 1, of an offset in a text */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}
