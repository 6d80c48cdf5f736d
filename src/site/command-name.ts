import type { ShellCommand } from '../shell/facts.ts';
import { positionals } from '../shell/words.ts';

/** The tools that the index lists, each with its groups: words behind which the next word tells the sub-command. */
const TOOLS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['kubectl', new Set(['auth', 'certificate', 'cluster-info', 'config', 'create', 'plugin', 'rollout', 'set', 'top'])],
  [
    'docker',
    new Set([
      'builder',
      'buildx',
      'compose',
      'config',
      'container',
      'context',
      'image',
      'network',
      'node',
      'plugin',
      'secret',
      'service',
      'stack',
      'swarm',
      'system',
      'volume',
    ]),
  ],
  ['helm', new Set(['dependency', 'get', 'plugin', 'registry', 'repo', 'search', 'show'])],
  ['argocd', new Set(['account', 'admin', 'app', 'appset', 'cert', 'cluster', 'proj', 'repo', 'repocreds'])],
  ['kind', new Set(['create', 'delete', 'export', 'get', 'load'])],
  ['kustomize', new Set(['cfg', 'create', 'edit'])],
]);

/** Options that may stand before the sub-command and whose value is the next word. */
const VALUED = new Set([
  '-n',
  '--namespace',
  '--context',
  '--kubeconfig',
  '--as',
  '--as-group',
  '-H',
  '--host',
  '-f',
  '--file',
  '--filename',
  '-p',
  '--project-name',
  '--kube-context',
]);

export const INDEXED_TOOLS = [...TOOLS.keys()];

/**
 * @param command as it stands in a bash fence
 * @returns its name and sub-command, as `kubectl rollout undo`; nothing for another tool, or where a variable decides
 */
export function commandName({ name, words }: ShellCommand): string | undefined {
  const groups = TOOLS.get(name.text);
  if (groups === undefined) return undefined;
  const [first, second] = positionals(words, VALUED);
  if (first === undefined || !isSubcommand(first.text)) return undefined;
  const nested = groups.has(first.text) && second !== undefined && isSubcommand(second.text);
  return [name.text, first.text, ...(nested ? [second.text] : [])].join(' ');
}

/** Not a file, an object (`deployment/carte`), or something to be expanded. */
function isSubcommand(text: string): boolean {
  return /^[a-z][a-z-]*$/.test(text);
}
