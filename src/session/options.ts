/**
 * @param before names of the options that were on, as SHELLOPTS and BASHOPTS have them; @param after those that are now
 * @returns the commands (`set -o x`, `shopt -u y`) that set them back
 */
export function restoringCommands(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...changes(before[0], after[0]).map(([name, on]) => `set ${on ? '-' : '+'}o ${name}`),
    ...changes(before[1], after[1]).map(([name, on]) => `shopt -${on ? 's' : 'u'} ${name}`),
  ];
}

function changes(before = '', after = ''): [name: string, on: boolean][] {
  const [old, now] = [before, after].map((names) => new Set(names.split(':').filter(Boolean))) as [
    Set<string>,
    Set<string>,
  ];
  const lost = [...old].filter((name) => !now.has(name)).map((name): [string, boolean] => [name, true]);
  return [...lost, ...[...now].filter((name) => !old.has(name)).map((name): [string, boolean] => [name, false])];
}
