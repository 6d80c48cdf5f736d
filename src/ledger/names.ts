/** What every student's cluster is called, and what the names of all that a run makes begin with. */
export const PUBLIC_NAME = 'orchestre';

/** @returns the name of something that the run makes: `orchestre-<run>`, or `orchestre-<run>-<suffix>` */
export function ownName(runId: string, suffix?: string): string {
  return [PUBLIC_NAME, runId, ...(suffix === undefined ? [] : [suffix])].join('-');
}

/** @returns whether a cluster or container of that name was made by the run; ids have no hyphen, so none is another's prefix */
export function belongsTo(runId: string, name: string): boolean {
  return name === ownName(runId) || name.startsWith(`${ownName(runId)}-`);
}
