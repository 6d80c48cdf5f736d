import { lookup } from 'node:dns/promises';

/** Docker Hub, which an engine asks about every image that it pulls or makes a service of, even where a mirror has them. */
const HUB = 'registry-1.docker.io';

/**
 * Where this host does not know Docker Hub, an engine would wait 20 seconds for its name each time before it takes the
 * mirror's answer.
 * @param find what looks a name up; throws where it is not known
 * @returns options of `docker run` that have Docker Hub refused at once; none where it is known
 */
export async function hubOptions(find: (name: string) => Promise<unknown> = lookup): Promise<string[]> {
  try {
    await find(HUB);
    return [];
  } catch {
    return ['--add-host', `${HUB}:127.0.0.1`];
  }
}
