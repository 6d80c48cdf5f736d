import { expect, test } from 'vitest';
import { lostIn } from '../../../../src/lab/kind/lost-fields.ts';

test('a leaf that the server did not keep is named by its path', () => {
  const volume = (emptyDir: object) => ({ spec: { volumes: [{ name: 'v', emptyDir }] } });
  expect(lostIn(volume({ mode: 448 }), volume({}))).toEqual(['spec.volumes[0].emptyDir.mode']);
});

test.each([
  ['written otherwise', { cpu: '1000m' }, { cpu: '1' }],
  ['null', { data: { k: null } }, { data: {} }],
  ['an empty map or list', { emptyDir: {}, args: [] }, {}],
  ['written once and kept elsewhere', { stringData: { a: 'b' } }, { data: { a: 'Yg==' } }],
  ['nobody’s to write', { status: { phase: 'Ready' } }, {}],
  [
    'moved by a container that the server adds',
    [{ name: 'a', image: 'x' }],
    [{ name: 'z' }, { name: 'a', image: 'x' }],
  ],
])('nothing is lost where a value is %s', (_, sent, kept) => {
  expect(lostIn(sent, kept)).toEqual([]);
});
