import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { parse, stringify } from 'yaml';

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { readonly name: string; readonly context: Readonly<Record<string, unknown>> }[];
}

/**
 * Gives a lesson a kubeconfig of its own, in its namespace: what it does to the file hurts no other, and no file is
 * written while it is read (`kubectl config set-context` empties it for a moment).
 * @param from the cluster's, absolute
 * @param to absolute
 */
export async function writeLessonKubeconfig(from: string, to: string, namespace: string): Promise<void> {
  const config = parse(await readFile(from, 'utf8')) as Kubeconfig;
  const contexts = config.contexts.map((each) =>
    each.name === config['current-context'] ? { ...each, context: { ...each.context, namespace } } : each,
  );
  await writeFileAtomic(to, stringify({ ...config, contexts }), { mode: 0o600 });
}
