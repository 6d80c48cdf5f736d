import type { ShellWord } from '../../shell/facts.ts';
import { isOption, isShortened, optionsOf, positionals } from '../../shell/words.ts';

/** A command with subcommands: those that only read. */
interface Tool {
  /** Options that may stand before or between the subcommands and take the next word. */
  readonly valued: ReadonlySet<string>;
  /** Those that stand there alone. Any other could take the verb for its value. */
  readonly flags?: ReadonlySet<string>;
  /** By verb: all of it, or only these second words. */
  readonly reads: Readonly<Record<string, true | readonly string[]>>;
  /** Options that turn a reader into a writer, or have it run a program. */
  readonly writes?: readonly string[];
  /** Those that do so for one verb only. */
  readonly writesOf?: ReadonlyMap<string, readonly string[]>;
  /** Verbs that have `--dry-run`, with which nothing changes. */
  readonly dryRun?: ReadonlySet<string>;
  /** The verb that only reads when its author says so (`readonly`). */
  readonly vouched?: string;
}

const LISTS = ['ls', 'list', 'inspect'] as const;

const TOOLS: Readonly<Record<string, Tool>> = {
  kubectl: {
    valued: optionSet(
      '-n --namespace --context --kubeconfig --cluster --user -s --server --as --as-group --as-uid --token -v ' +
        '--request-timeout --cache-dir --certificate-authority --client-certificate --client-key --tls-server-name -l -o -c',
    ),
    flags: optionSet('--insecure-skip-tls-verify --match-server-version --warnings-as-errors -A --all-namespaces'),
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
    writes: ['--output-directory', '--output-file', '--profile', '--profile-output'],
    writesOf: new Map([
      ['kustomize', ['-o', '--output', '--enable-exec', '--enable-alpha-plugins', '--enable-helm', '--helm-command']],
    ]),
    dryRun: optionSet(
      'annotate apply auth autoscale cordon create delete drain expose label patch replace rollout run scale set taint uncordon',
    ),
    vouched: 'exec',
  },
  docker: {
    valued: optionSet(
      '-H --host -c --context --config -l --log-level -f --file -p --project-name --project-directory --profile --env-file ' +
        '--ansi --progress --parallel',
    ),
    flags: optionSet('-D --debug --tls --tlsverify -v --version --compatibility --all-resources'),
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
    writes: ['--rotate', '--output', '--bootstrap'],
    writesOf: new Map([['compose', ['-o']]]),
    vouched: 'exec',
  },
  helm: {
    valued: optionSet('-n --namespace --kube-context --kubeconfig --kube-as-user --kube-token --registry-config'),
    flags: optionSet('--debug'),
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
    writes: ['--output-dir', '--post-renderer'],
    dryRun: optionSet('install upgrade uninstall rollback'),
  },
  argocd: {
    valued: optionSet('--server --auth-token --config --kube-context --port-forward-namespace'),
    flags: optionSet('--core --grpc-web --insecure --plaintext --port-forward'),
    reads: {
      app: ['get', 'list', 'diff', 'history', 'manifests', 'resources', 'logs', 'wait'],
      cluster: ['get', 'list'],
      proj: ['get', 'list'],
      repo: ['get', 'list'],
      account: ['get', 'list', 'get-user-info', 'can-i'],
      version: true,
    },
    // They ask the controller to compare anew, and it then acts.
    writes: ['--refresh', '--hard-refresh'],
  },
  kind: { valued: new Set(), reads: { get: ['clusters', 'nodes', 'kubeconfig'], version: true } },
  git: {
    // Without `-c`: `diff.external`, `core.fsmonitor` and others are programs.
    valued: optionSet('-C --git-dir --work-tree'),
    flags: optionSet('--no-pager -P --no-optional-locks'),
    reads: { log: true, status: true, diff: true, show: true, 'rev-parse': true, 'ls-files': true, 'ls-remote': true },
    writes: ['--output', '--ext-diff', '--textconv', '--upload-pack', '--exec'],
  },
};

function optionSet(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/**
 * Whether a tool's subcommand only reads.
 * @param readonly the author vouches for what `exec` runs
 * @returns undefined for a command that is no such tool
 */
export function toolReads(name: string, words: readonly ShellWord[], readonly: boolean): boolean | undefined {
  const tool = toolNamed(name);
  if (tool === undefined) return undefined;
  const [verb, sub] = positionals(words, tool.valued);
  if (verb === undefined) return words.every((word) => word.literal && word.text !== '--');
  const reads = verb.literal && Object.hasOwn(tool.reads, verb.text) ? tool.reads[verb.text] : undefined;
  const last = Array.isArray(reads) ? (sub ?? verb) : verb;
  if (!words.slice(0, words.indexOf(last)).every((word, index) => isKnown(word, words[index - 1], tool))) return false;
  if (verb.text === tool.vouched) return readonly;
  const own = optionsOf(words);
  const writes = [...(tool.writes ?? []), ...(tool.writesOf?.get(verb.text) ?? [])];
  if (own.some((word) => isOption(word, writes) || (name === 'git' && isShortened(word, writes)))) return false;
  if (verb.literal && tool.dryRun?.has(verb.text) && isDryRun(own)) return true;
  return reads === true || (reads !== undefined && sub !== undefined && reads.includes(sub.text));
}

/** Whether a word before a subcommand is surely not one that takes it for its value. */
function isKnown({ text }: ShellWord, before: ShellWord | undefined, { valued, flags }: Tool): boolean {
  if (!text.startsWith('-') || valued.has(text) || flags?.has(text)) return true;
  if (before !== undefined && valued.has(before.text)) return true;
  return text.startsWith('--')
    ? valued.has(text.split('=')[0] ?? '') && text.includes('=')
    : valued.has(text.slice(0, 2));
}

/** The last one counts, wherever it comes from: all have to say so. */
function isDryRun(options: readonly ShellWord[]): boolean {
  const given = options.filter(({ text }) => /^--dry-run(=|$)/.test(text));
  return given.length > 0 && given.every(({ text }) => /^--dry-run(=(client|server|true))?$/.test(text));
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
