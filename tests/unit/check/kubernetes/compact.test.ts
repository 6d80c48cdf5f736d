import { expect, test } from 'vitest';
import { compactSchemas, type OpenApi, type OpenApiSchema } from '../../../../src/check/kubernetes/compact.ts';

const gvk = { group: 'apps', version: 'v1', kind: 'Deployment' };
const ref = (name: string): OpenApiSchema => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });

function openApi(path: string, properties: Record<string, OpenApiSchema>): OpenApi {
  return {
    paths: { [path]: { post: { 'x-kubernetes-group-version-kind': gvk } } },
    components: {
      schemas: {
        'io.k8s.api.apps.v1.Deployment': {
          type: 'object',
          required: ['spec'],
          properties,
          'x-kubernetes-group-version-kind': [gvk],
        },
        'io.k8s.api.apps.v1.Spec': { properties: { again: ref('io.k8s.api.apps.v1.Spec') } },
        'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'string' },
        'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { format: 'int-or-string' },
      },
    },
  };
}

test('each type becomes a few characters, a required field ends with « ! »', () => {
  const document = openApi('/apis/apps/v1/deployments', {
    spec: ref('io.k8s.api.apps.v1.Spec'),
    status: ref('io.k8s.api.apps.v1.Spec'),
    port: ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    limits: { additionalProperties: ref('io.k8s.apimachinery.pkg.api.resource.Quantity') },
    items: { type: 'array', items: { type: 'integer' } },
    policy: { type: 'string', enum: ['Always', 'Never'] },
    data: { type: 'string', format: 'byte' },
    free: { type: 'object' },
    any: {},
  });
  expect(compactSchemas([document], 'v1.37.0')).toEqual({
    version: 'v1.37.0',
    kinds: { 'apps/v1': { Deployment: 'Deployment' } },
    definitions: {
      Deployment: {
        'spec!': '@Spec',
        status: '*',
        port: 'x',
        labels: '{}s',
        limits: '{}q',
        items: '[]i',
        policy: '=Always|Never',
        data: 'B',
        free: 'o',
        any: '*',
      },
      Spec: { again: '@Spec' },
    },
  });
});

test('what is only created below another object is no manifest', () => {
  expect(compactSchemas([openApi('/apis/apps/v1/x/{name}/scale', {})], 'v1.37.0').kinds).toEqual({});
});
