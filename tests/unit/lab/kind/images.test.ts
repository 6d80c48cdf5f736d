import { expect, test } from 'vitest';
import { canonicalImage } from '../../../../src/lab/kind/image-name.ts';
import { putImages } from '../../../../src/lab/kind/images.ts';
import { fakeExec } from '../../machine/fake-exec.ts';

/** Nodes that hold images and pull any but those of tag `absent`. */
function fakeNodes(...held: string[]) {
  const images = new Set(held);
  const fake = fakeExec((command) => {
    const pulled = /pull .* (\S+)$/.exec(command)?.[1];
    if (pulled?.endsWith(':absent')) return { ok: false, output: `ctr: failed to resolve image: ${pulled}: not found` };
    if (pulled) return void images.add(pulled);
    return [
      'REF TYPE DIGEST',
      ...[...images].map((each) => `${each} application/json sha256:${each.length} 3 MiB`),
    ].join('\n');
  });
  return { ...fake, pulls: () => fake.calls.filter((call) => call.includes('pull')) };
}

test.each([
  ['nginx:1.30', 'docker.io/library/nginx:1.30'],
  ['nginx', 'docker.io/library/nginx:latest'],
  ['traefik/whoami:v1.11.0', 'docker.io/traefik/whoami:v1.11.0'],
  ['registry.k8s.io/metrics-server/metrics-server:v0.9.0', 'registry.k8s.io/metrics-server/metrics-server:v0.9.0'],
  ['localhost:5000/x', 'localhost:5000/x:latest'],
])('%s is %s to containerd', (written, canonical) => {
  expect(canonicalImage(written)).toBe(canonical);
});

test('only what a node lacks is pulled, and digests are told by the names given', async () => {
  const nodes = fakeNodes('docker.io/library/nginx:1.30');
  const digests = await putImages({ name: 'c', nodes: ['n'] }, ['nginx:1.30', 'redis:8'], { exec: nodes.exec });
  expect(digests).toEqual({ 'nginx:1.30': 'sha256:28', 'redis:8': 'sha256:25' });
  expect(nodes.pulls()).toEqual([expect.stringMatching(/^docker exec n ctr .* docker\.io\/library\/redis:8$/)]);
});

test('an image that does not exist is named, with how to check it, and not asked for again', async () => {
  const nodes = fakeNodes();
  const put = putImages({ name: 'c', nodes: ['n'] }, ['nginx:absent'], { exec: nodes.exec });
  await expect(put).rejects.toThrow('L’image nginx:absent n’a pas pu être tirée sur le nœud n.');
  await expect(put).rejects.toThrow('docker pull nginx:absent');
  expect(nodes.pulls()).toHaveLength(1);
});

test('a node that lacks an image is told when the others are done with theirs: they are about to be removed', async () => {
  let pulling = 0;
  const { exec } = fakeExec(async (command) => {
    if (!command.includes('pull')) return 'REF TYPE DIGEST';
    if (command.includes('exec a ')) return { ok: false, output: 'not found' };
    pulling++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    pulling--;
    return undefined;
  });
  const put = putImages({ name: 'c', nodes: ['a', 'b'] }, ['nginx:1.30'], { exec });
  await expect(put).rejects.toThrow('sur le nœud a');
  expect(pulling).toBe(0);
});
