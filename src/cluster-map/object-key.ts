import type { ObjectName } from './types.ts';

/** What tells an object apart, of whatever kind: an owner may be of one that is not drawn. */
export interface ObjectIdentity extends Omit<ObjectName, 'kind'> {
  readonly kind: string;
}

/** @returns what tells an object from all others, as one text */
export function keyOf({ kind, namespace = '', name }: ObjectIdentity): string {
  return `${kind}/${namespace}/${name}`;
}
