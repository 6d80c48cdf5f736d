import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** What a YAML node is for Kubernetes: go-yaml also reads `0o17` as a number. */
export type NodeKind = 'object' | 'list' | 'text' | 'integer' | 'number' | 'boolean' | 'null';

const NAMES: Readonly<Record<NodeKind, string>> = {
  object: 'un objet',
  list: 'une liste',
  text: 'un texte',
  integer: 'un entier',
  number: 'un nombre',
  boolean: 'un booléen',
  null: 'rien',
};

/** @returns the node itself, or what an alias stands for; undefined for nothing */
export function resolve(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return resolve(node.resolve(document), document);
  return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
}

/** @param node resolved */
export function kindOf(node: Node | undefined): NodeKind {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'list';
  if (!isScalar(node) || node.value === null || node.value === undefined) return 'null';
  if (typeof node.value === 'boolean') return 'boolean';
  if (typeof node.value === 'bigint' || Number.isInteger(node.value)) return 'integer';
  if (typeof node.value === 'number') return 'number';
  return node.type === 'PLAIN' && /^0o[0-7]+$/.test(String(node.value)) ? 'integer' : 'text';
}

const QUOTES: Readonly<Record<string, string>> = { QUOTE_DOUBLE: '"', QUOTE_SINGLE: "'" };

/** What was found, in French, with what the author wrote where it is short: « un booléen (yes) ». */
export function describe(node: Node | undefined): string {
  const name = NAMES[kindOf(node)];
  const source = isScalar(node) ? (node.source ?? '') : '';
  if (source === '' || source.length > 30 || source.includes('\n')) return name;
  const quote = (isScalar(node) && QUOTES[node.type ?? '']) || '';
  return `${name} (${quote}${source}${quote})`;
}

/** A field of an object, as written. */
export interface Entry {
  readonly key: string;
  readonly offset: number;
  readonly value: unknown;
}

/** @returns the fields of an object, those that `<<` merges included */
export function entriesOf(node: Node | undefined, document: Document): Entry[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const key = keyOf(pair);
    if (key.text !== '<<') return [{ key: key.text, offset: key.offset, value: pair.value }];
    const merged = resolve(pair.value, document);
    const sources = isSeq(merged) ? merged.items : [merged];
    return sources.flatMap((source) => entriesOf(resolve(source, document), document));
  });
}

function keyOf({ key }: Pair): { text: string; offset: number } {
  if (!isScalar(key)) return { text: '', offset: 0 };
  // `y:` is a boolean of YAML 1.1, but a key is always text.
  return { text: key.source ?? String(key.value), offset: key.range?.[0] ?? 0 };
}

/** @returns where the node begins in the text, or that place where it is nowhere */
export function offsetOf(node: unknown, otherwise: number): number {
  return (isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined) ?? otherwise;
}
