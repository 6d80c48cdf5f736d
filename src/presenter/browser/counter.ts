import { frenchDuration } from '../../typography/french.ts';

/** @returns « 3 s », « 2 min 05 s »: a counter has no tenths, they would only flicker; insécable */
export function counter(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return seconds < 10 ? `${seconds}\u00A0s` : frenchDuration(1000 * seconds);
}
