import type { FieldType, Schemas } from './schemas.ts';

/** The parts of an OpenAPI v3 document of Kubernetes (`kubectl get --raw /openapi/v3/…`) that are read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>> };
}

interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export interface OpenApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
}

const REFERENCE = '#/components/schemas/';
/** Kubernetes' own types: what a custom resource definition brings is not part of the version. */
const OWN = /^io\.k8s\.(api|apiextensions-apiserver|kube-aggregator)\./;
/** Written by the server alone: a lesson that shows them is not checked there. */
const SERVER_FIELDS = new Set(['status', 'managedFields']);

/**
 * Keeps, of a cluster's OpenAPI, the fields and types of everything that can be created with a manifest.
 * @param documents one for each group and version
 * @param version of the cluster they come from, as `v1.37.0`
 */
export function compactSchemas(documents: readonly OpenApi[], version: string): Schemas {
  const schemas = Object.assign(
    {},
    ...documents.map((each) => each.components.schemas),
  ) as OpenApi['components']['schemas'];
  const definitions: Record<string, Record<string, FieldType>> = {};
  const kinds: Record<string, Record<string, string>> = {};
  const names = shortNames(Object.keys(schemas));

  const typeOf = (schema: OpenApiSchema): FieldType => {
    const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
    if (reference !== undefined) return referenceType(reference.slice(REFERENCE.length));
    if (schema.format === 'int-or-string') return 'x';
    if (schema.type === 'array') return `[]${typeOf(schema.items ?? {})}`;
    if (schema.additionalProperties !== undefined) return `{}${typeOf(schema.additionalProperties)}`;
    if (schema.enum !== undefined) return `=${schema.enum.join('|')}`;
    return scalarType(schema);
  };
  const referenceType = (full: string): FieldType => {
    const schema = schemas[full] ?? {};
    if (full.endsWith('.Quantity')) return 'q';
    if (schema.properties === undefined) return typeOf(schema);
    define(full, schema);
    return `@${names.get(full)}`;
  };
  const define = (full: string, schema: OpenApiSchema): void => {
    const name = names.get(full) ?? full;
    if (definitions[name] !== undefined) return;
    const fields: Record<string, FieldType> = (definitions[name] = {});
    for (const [field, type] of Object.entries(schema.properties ?? {})) {
      const mark = schema.required?.includes(field) ? '!' : '';
      fields[field + mark] = SERVER_FIELDS.has(field) ? '*' : typeOf(type);
    }
  };

  const creatable = creatableKinds(documents);
  for (const [full, schema] of Object.entries(schemas)) {
    if (!OWN.test(full)) continue;
    for (const { group, version: apiVersion, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      const api = group === '' ? apiVersion : `${group}/${apiVersion}`;
      if (!creatable.has(`${api}/${kind}`)) continue;
      define(full, schema);
      (kinds[api] ??= {})[kind] = names.get(full) ?? full;
    }
  }
  return { version, kinds, definitions };
}

function scalarType({ type, format }: OpenApiSchema): FieldType {
  if (type === 'string') return format === 'byte' ? 'B' : 's';
  if (type === 'object') return 'o';
  if (type === 'integer') return format === 'int64' ? 'l' : 'i';
  if (type === 'number') return 'n';
  return type === 'boolean' ? 'b' : '*';
}

/** Kinds with a POST of their own; one below `{name}` (scale, eviction) is no object that a manifest describes. */
function creatableKinds(documents: readonly OpenApi[]): Set<string> {
  const kinds = new Set<string>();
  for (const [path, { post }] of documents.flatMap((each) => Object.entries(each.paths))) {
    const gvk = post?.['x-kubernetes-group-version-kind'];
    if (gvk === undefined || path.includes('{name}/')) continue;
    kinds.add([gvk.group, gvk.version, gvk.kind].filter(Boolean).join('/'));
  }
  return kinds;
}

/** `Deployment` for `io.k8s.api.apps.v1.Deployment`, `autoscaling.v2.MetricSpec` where several share a last word. */
function shortNames(fullNames: readonly string[]): Map<string, string> {
  const last = (name: string, count: number): string => name.split('.').slice(-count).join('.');
  const uses = Map.groupBy(fullNames, (name) => last(name, 1));
  return new Map(fullNames.map((name) => [name, last(name, (uses.get(last(name, 1))?.length ?? 0) > 1 ? 3 : 1)]));
}
