import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { ClusterSettings } from '../../src/lab/kind/types.ts';

/** The settings of the course's clusters, with one node. */
export async function courseSettings(): Promise<ClusterSettings> {
  const { versions } = parse(await readFile(new URL('../../content/cours.yaml', import.meta.url), 'utf8'));
  return { image: versions.noeud, nodes: 1, kindVersion: versions.kind };
}
