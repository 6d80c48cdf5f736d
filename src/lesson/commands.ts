import type { Snippet, Wait } from './types.ts';

/**
 * What a snippet has the reader type besides its own text: the same strings are run by the session and shown by the
 * site, so that a student who types what is on the page gets our cluster.
 */
export interface Commands {
  /** `kubectl apply -f NAME`, for a manifest with `apply`. */
  readonly apply?: string;
  /** One or two kubectl commands a `wait`. */
  readonly waits: readonly string[];
}

/** @returns the commands that the snippet's `apply` and `wait` attributes stand for */
export function commandsOf(snippet: Snippet): Commands {
  const { apply, file, wait, timeout } = snippet.attributes;
  const waits = wait.flatMap((each) => waitCommands(each, `${Math.ceil(timeout / 1000)}s`));
  return apply && file !== undefined ? { apply: `kubectl apply -f ${file}`, waits } : { waits };
}

function waitCommands(wait: Wait, timeout: string): string[] {
  const target = [wait.target, wait.flags].filter(Boolean).join(' ');
  if (wait.kind === 'rollout') return [`kubectl rollout status ${target} --timeout=${timeout}`];
  if (wait.condition === 'delete') return [`kubectl wait --for=delete ${target} --timeout=${timeout}`];
  const condition = wait.condition.startsWith('jsonpath=') ? `'${wait.condition}'` : `condition=${wait.condition}`;
  // kubectl wait on objects that do not exist yet fails at once instead of waiting.
  return ['create', condition].map((goal) => `kubectl wait --for=${goal} ${target} --timeout=${timeout}`);
}
