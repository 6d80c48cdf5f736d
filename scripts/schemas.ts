/**
 * `npm run schemas`: takes the OpenAPI of the cluster that KUBECONFIG names and writes its compact form to
 * `src/check/schemas/kubernetes.json`, to be committed. Exit code 2 when the cluster cannot be asked.
 */
import { writeFile } from 'node:fs/promises';
import { execa, ExecaError } from 'execa';
import { compactSchemas, type OpenApi } from '../src/check/kubernetes/compact.ts';
import type { Schemas } from '../src/check/kubernetes/schemas.ts';

const target = new URL('../src/check/schemas/kubernetes.json', import.meta.url);

async function getRaw(path: string): Promise<unknown> {
  const { stdout } = await execa('kubectl', ['get', '--raw', path], { maxBuffer: 50_000_000 });
  return JSON.parse(stdout);
}

/** One line for each definition, so that the difference between two versions can be read. */
function linewise({ version, kinds, definitions }: Schemas): string {
  const lines = (entries: object): string =>
    Object.entries(entries)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"version":${JSON.stringify(version)},\n"kinds":{\n${lines(kinds)}},\n"definitions":{\n${lines(definitions)}}}\n`;
}

try {
  const { gitVersion } = (await getRaw('/version')) as { gitVersion: string };
  const { paths } = (await getRaw('/openapi/v3')) as { paths: Record<string, unknown> };
  const groups = Object.keys(paths).filter((path) => /^(api|apis\/[^/]+)\/v\w+$/.test(path));
  const documents: OpenApi[] = [];
  for (const group of groups) documents.push((await getRaw(`/openapi/v3/${group}`)) as OpenApi);
  const json = linewise(compactSchemas(documents, gitVersion));
  await writeFile(target, json);
  process.stderr.write(`Schémas de Kubernetes ${gitVersion} : ${Math.round(json.length / 1024)} Kio écrits.\n`);
} catch (error) {
  if (!(error instanceof ExecaError)) throw error;
  process.stderr.write(
    `Le cluster n’a pas répondu : ${error.shortMessage}\n→ donnez-lui son fichier par KUBECONFIG.\n`,
  );
  process.exitCode = 2;
}
