import { keyOf } from './object-key.ts';
import type { ClusterEvent, ClusterObject } from './types.ts';

/**
 * An event as it is written: of an object only what is other than before, `null` for a field that it has no more. One
 * that is gone and comes back is written whole.
 */
export interface EventLine {
  readonly at: number;
  readonly kind: ClusterObject['kind'];
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly gone?: true | undefined;
  readonly [field: string]: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** @returns a line for each event that changes something */
export function linesOf(events: readonly ClusterEvent[]): EventLine[] {
  const known = new Map<string, Fields>();
  return events.flatMap(({ at, object }) => {
    const key = keyOf(object);
    const before = known.get(key);
    const { kind, namespace, name, ...fields } = object;
    const named = { at, kind, name, ...(namespace === undefined ? {} : { namespace }) };
    if ('gone' in object) return known.delete(key) ? [{ ...named, gone: true as const }] : [];
    known.set(key, fields);
    const changes = changesOf(before ?? {}, fields);
    return before !== undefined && Object.keys(changes).length === 0 ? [] : [{ ...named, ...changes }];
  });
}

/** @returns the events that those lines were made of, their objects as yet unchecked */
export function eventsOf(lines: readonly EventLine[]): { readonly at: number; readonly object: object }[] {
  const known = new Map<string, Fields>();
  return lines.map(({ at, ...line }) => {
    const key = keyOf(line);
    if (line.gone) {
      known.delete(key);
      return { at, object: line };
    }
    const merged = { ...known.get(key), ...line };
    const object = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
    known.set(key, object);
    return { at, object };
  });
}

function changesOf(before: Fields, after: Fields): Fields {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
