import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

// `npm ci` fails on another platform when that platform's package has no entry: npm then says only that the two files
// are out of step.
test('every optional package that the lock file names has an entry, for whatever platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(path, name).some((place) => place in lock.packages))
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

/** Where Node looks for a package, from its dependent's folder up. */
function placesOf(path: string, name: string): string[] {
  const places: string[] = [];
  for (let folder = path; folder !== '.' && folder !== ''; folder = dirname(folder))
    places.push(`${folder}/node_modules/${name}`);
  return [...places, `node_modules/${name}`];
}
