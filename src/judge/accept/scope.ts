import type { Vocabulary } from './vocabulary.ts';

/** What the author's code says about an output, beside the output itself. */
export interface Scope {
  readonly typed: Vocabulary;
  /** The snippet chooses what it prints (`custom-columns`, `jsonpath`…): a row without a header tells nothing of itself. */
  readonly chosen: boolean;
  /** The titles of each `custom-columns`, as they will be printed. */
  readonly titles: readonly (readonly string[])[];
  /** The snippet speaks of containers to their engine. */
  readonly containers: boolean;
  /** The snippet asks for rows in the order of a time. */
  readonly byTime: boolean;
}

/** Of an output whose code is unknown. */
export const UNKNOWN: Scope = { typed: new Set(), chosen: false, titles: [], containers: false, byTime: false };

const COLUMNS = /custom-columns=(?:"([^"]*)"|'([^']*)'|([^\s"'|;]+))|["']custom-columns=([^"']*)["']/g;

/**
 * @param code of the snippet whose output is judged
 * @param typed what the author typed in the whole lesson
 */
export function scopeOf(code: string, typed: Vocabulary): Scope {
  const columns = [...code.matchAll(COLUMNS)].map((match) => match.slice(1).find((spec) => spec !== undefined) ?? '');
  return {
    typed,
    chosen: /custom-columns|jsonpath|template|--format|\bawk\b|\bjq\b|\byq\b/.test(code),
    titles: columns.map((spec) => spec.split(',').map((column) => (column.split(':')[0] ?? '').trim())),
    containers: /\b(?:docker|podman|nerdctl|crictl)\b/.test(code),
    byTime: /--sort-by[= ]\S*(?:[Tt]ime|AGE)/.test(code),
  };
}
