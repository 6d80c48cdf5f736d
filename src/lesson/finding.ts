import type { Code } from './codes.ts';
import type { Finding, Position } from './types.ts';

/** What a finding says: its stable code, what is wrong, and what to do. */
export interface FindingText {
  readonly code: Code;
  readonly message: string;
  readonly fix: string;
}

/** @returns an error at that place */
export function errorAt(position: Position, text: FindingText): Finding {
  return { ...placeOf(position), ...text, severity: 'error' };
}

/** @returns a warning at that place: said, but never a failure */
export function warningAt(position: Position, text: FindingText): Finding {
  return { ...placeOf(position), ...text, severity: 'warning' };
}

function placeOf({ file, line, column }: Position): Position {
  return { file, line, column };
}
