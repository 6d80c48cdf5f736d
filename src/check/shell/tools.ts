import type { ShellWord } from '../../shell/facts.ts';
import { isOption, optionsOf, positionals } from '../../shell/words.ts';

/** A command with subcommands: those that only read. */
interface Tool {
  /** Options that may stand before or between the subcommands and take the next word. */
  readonly valued: ReadonlySet<string>;
  /** By verb: all of it, or only these second words. */
  readonly reads: Readonly<Record<string, true | readonly string[]>>;
  /** Options that turn a reader into a writer. */
  readonly writes?: readonly string[];
  /** It has `--dry-run`, with which nothing changes. */
  readonly dryRun?: true;
  /** The verb that only reads when its author says so (`readonly`). */
  readonly vouched?: string;
}

const LISTS = ['ls', 'list', 'inspect'] as const;

const TOOLS: Readonly<Record<string, Tool>> = {
  kubectl: {
    valued: new Set(
      [
        '-n',
        '--namespace',
        '--context',
        '--kubeconfig',
        '--cluster',
        '--user',
        '-s',
        '--server',
        '--as',
        '--token',
      ].concat(['--as-group', '--request-timeout', '-v', '--cache-dir', '--certificate-authority', '-l', '-o', '-c']),
    ),
    reads: {
      get: true,
      describe: true,
      logs: true,
      top: true,
      events: true,
      explain: true,
      'api-resources': true,
      'api-versions': true,
      version: true,
      'cluster-info': true,
      wait: true,
      diff: true,
      kustomize: true,
      options: true,
      help: true,
      auth: ['can-i', 'whoami'],
      rollout: ['status', 'history'],
      config: ['view', 'current-context', 'get-contexts', 'get-clusters', 'get-users'],
      plugin: ['list'],
    },
    writes: ['--output-directory', '--output-file'],
    dryRun: true,
    vouched: 'exec',
  },
  docker: {
    valued: new Set(['-H', '--host', '-c', '--context', '--config', '-l', '--log-level', '-f', '--file', '-p']),
    reads: {
      ps: true,
      inspect: true,
      logs: true,
      images: true,
      version: true,
      info: true,
      top: true,
      stats: true,
      port: true,
      diff: true,
      history: true,
      search: true,
      events: true,
      container: [...LISTS, 'ps', 'logs', 'top', 'stats', 'port', 'diff'],
      image: [...LISTS, 'history'],
      network: LISTS,
      volume: LISTS,
      secret: LISTS,
      config: LISTS,
      plugin: LISTS,
      context: [...LISTS, 'show'],
      node: [...LISTS, 'ps'],
      service: [...LISTS, 'ps', 'logs'],
      stack: ['ls', 'list', 'ps', 'services', 'config'],
      swarm: ['join-token', 'unlock-key'],
      system: ['df', 'info', 'events'],
      manifest: ['inspect'],
      buildx: [...LISTS, 'du'],
      compose: ['ps', 'logs', 'ls', 'config', 'images', 'top', 'port', 'version', 'events', 'stats'],
    },
    writes: ['--rotate', '--output'],
    vouched: 'exec',
  },
  helm: {
    valued: new Set(['-n', '--namespace', '--kube-context', '--kubeconfig']),
    reads: {
      list: true,
      ls: true,
      status: true,
      get: true,
      template: true,
      show: true,
      inspect: true,
      history: true,
      search: true,
      version: true,
      env: true,
      lint: true,
      repo: ['list', 'ls'],
      dependency: ['list', 'ls'],
    },
    writes: ['--output-dir'],
    dryRun: true,
  },
  argocd: {
    valued: new Set(['--server', '--auth-token', '--config']),
    reads: {
      app: ['get', 'list', 'diff', 'history', 'manifests', 'resources', 'logs', 'wait'],
      cluster: ['get', 'list'],
      proj: ['get', 'list'],
      repo: ['get', 'list'],
      account: ['get', 'list', 'get-user-info', 'can-i'],
      version: true,
    },
  },
  kind: { valued: new Set(), reads: { get: ['clusters', 'nodes', 'kubeconfig'], version: true } },
  git: {
    valued: new Set(['-C', '-c']),
    reads: { log: true, status: true, diff: true, show: true, 'rev-parse': true, 'ls-files': true, 'ls-remote': true },
    writes: ['--output'],
  },
};

/**
 * Whether a tool's subcommand only reads.
 * @param readonly the author vouches for what `exec` runs
 * @returns undefined for a command that is no such tool
 */
export function toolReads(name: string, words: readonly ShellWord[], readonly: boolean): boolean | undefined {
  const tool = toolNamed(name);
  if (tool === undefined) return undefined;
  const [verb, sub] = positionals(words, tool.valued);
  if (verb === undefined) return words.every((word) => word.literal);
  if (verb.text === tool.vouched) return readonly;
  const own = optionsOf(words);
  if (own.some((word) => isOption(word, tool.writes ?? []))) return false;
  if (tool.dryRun && own.some(({ text }) => /^--dry-run(=(client|server|true))?$/.test(text))) return true;
  const reads = verb.literal && Object.hasOwn(tool.reads, verb.text) && tool.reads[verb.text];
  return reads === true || (reads !== false && reads !== undefined && sub !== undefined && reads.includes(sub.text));
}

function toolNamed(name: string): Tool | undefined {
  return Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
}

/** @returns the command as a message names it: `kubectl rollout restart` */
export function nameOf(name: string, words: readonly ShellWord[]): string {
  const tool = toolNamed(name);
  if (tool === undefined) return name;
  const [verb, sub] = positionals(words, tool.valued);
  const subs = verb !== undefined && Object.hasOwn(tool.reads, verb.text) ? tool.reads[verb.text] : undefined;
  return [name, verb?.text, Array.isArray(subs) ? sub?.text : undefined].filter(Boolean).join(' ');
}
