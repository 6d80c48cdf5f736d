/**
 * Fields that OpenAPI calls required and that a manifest may leave out all the same: Go's zero value stands for them, and
 * the server's own validation does not ask for more. By definition, as the schemas name it. Each was put to a server of
 * the very version (`tests/unit/check/kubernetes/dry-run.test.ts`).
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.0/staging/src/k8s.io/api/core/v1/types.go (no `omitempty`)
 */
const FILLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['core.v1.Event', ['involvedObject', 'metadata']],
  ['LimitRangeSpec', ['limits']],
  ['CustomResourceDefinitionVersion', ['served', 'storage']],
  ['HTTPHeader', ['value']],
  ['CSIDriver', ['spec']],
]);

/** @returns whether a required field of that definition may be left out */
export function isFilled(definition: string, field: string): boolean {
  return FILLED.get(definition)?.includes(field) ?? false;
}
