/**
 * The compact form of Kubernetes' OpenAPI that `npm run schemas` writes into `src/check/schemas/`: what validation
 * needs and nothing else.
 */
export interface Schemas {
  /** Version of the cluster they come from, as `v1.37.0`. */
  readonly version: string;
  /** Names of definitions by `apiVersion`, then by kind: `kinds['apps/v1'].Deployment`. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The fields of each definition; a required one ends with `!`. */
  readonly definitions: Readonly<Record<string, Fields>>;
}

export type Fields = Readonly<Record<string, FieldType>>;

/**
 * A type in a few characters:
 * `s` string, `i` integer of 32 bits, `l` of 64, `n` number, `b` boolean, `B` base64, `q` quantity, `x` integer or string, `o` any object,
 * `*` anything, `@Name` a definition, `=A|B` one of these words, `[]T` a list of T, `{}T` a map from strings to T.
 */
export type FieldType = string;
