import { expect, test } from 'vitest';
import { hubOptions } from '../../../../src/lab/swarm/hub.ts';

test('machines are left to ask Docker Hub where the host knows it', async () => {
  expect(await hubOptions((name) => Promise.resolve({ address: name }))).toEqual([]);
});

test('where it does not, they are refused at once, at their own address', async () => {
  const unknown = (name: string): Promise<never> => Promise.reject(new Error(`getaddrinfo ENOTFOUND ${name}`));
  expect(await hubOptions(unknown)).toEqual(['--add-host', 'registry-1.docker.io:127.0.0.1']);
});
