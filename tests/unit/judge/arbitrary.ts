import fc from 'fast-check';

const chars = (alphabet: string, length: number | { minLength: number; maxLength: number }): fc.Arbitrary<string> => {
  const bounds = typeof length === 'number' ? { minLength: length, maxLength: length } : length;
  return fc.string({ unit: fc.constantFrom(...alphabet), ...bounds });
};
const HEX = '0123456789abcdef';
const hex = (length: number): fc.Arbitrary<string> => chars(HEX, length);

/** As kubectl makes them. */
const suffix = chars('bcdfghjklmnpqrstvwxz2456789', 5);
const hash = chars('456789bcdf', { minLength: 8, maxLength: 10 });
export const podSuffix = fc.tuple(hash, suffix).map(([template, pod]) => `${template}-${pod}`);
export const age = fc.oneof(
  fc.nat(119).map((seconds) => `${String(seconds)}s`),
  fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 59 }))
    .map(([m, s]) => `${String(m)}m${String(s)}s`),
  fc.integer({ min: 10, max: 179 }).map((minutes) => `${String(minutes)}m`),
  fc
    .tuple(fc.integer({ min: 3, max: 47 }), fc.integer({ min: 1, max: 59 }))
    .map(([h, m]) => `${String(h)}h${String(m)}m`),
  fc.integer({ min: 2, max: 700 }).map((days) => `${String(days)}d`),
);
export const ip = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => `10.${bytes.join('.')}`);

/** Volatile values as they stand in lines and cells, by class. */
export const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  age: age.map((duration) => `${duration} ago`),
  ip,
  uuid: fc.uuid(),
  digest: hex(64).map((digits) => `sha256:${digits}`),
  identifier: hex(64),
  date: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().replace(/\.\d+/, '')),
  program: fc
    .tuple(fc.nat(999), fc.nat(999))
    .map(([whole, part]) => `in ${String(whole)}.${String(part).padStart(3, '0')}ms`),
  directory: chars('0123456789', { minLength: 6, maxLength: 10 }).map((digits) => `/tmp/LIVE-${digits}`),
};

/** Words without anything volatile. */
export const word = fc
  .tuple(
    fc.constantFrom('a', 'e', 'Running', 'ImagePullBackOff', '1/1', '0/3', '<none>', 'v1.37.0', '80/TCP', '42'),
    chars('aeiouy', { minLength: 1, maxLength: 4 }),
  )
  .map(([stem, ending]) => (/^\w+$/.test(stem) && /[a-z]/i.test(stem) ? stem + ending : stem));

/** Cells by row, laid out as kubectl does. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 3))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
