import { createHash } from 'node:crypto';

/**
 * @param value anything that JSON holds
 * @returns its JSON with the keys of every object sorted, so that equal values have equal texts
 */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** @returns the hexadecimal SHA-256 of a value's canonical JSON */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** @returns the seal of everything in an object but its `seal`: no field can be forgotten */
export function sealOf(content: object): string {
  return sha256Of({ ...content, seal: undefined });
}
