import { devNull } from 'node:os';
import { execa } from 'execa';
import { type ExecResult, resultOf } from './exec.ts';

/** A program that goes on until it is stopped. */
export interface Stream {
  /** How it ended of its own, after its last line; undefined when it was stopped. */
  readonly ended: Promise<ExecResult | undefined>;
  /** Ends it, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program whose lines are wanted as they come.
 * @param env its whole environment, but for KUBECONFIG, which is nobody's where it is not given
 * @param onLine each line of its stdout
 */
export function streamLines(
  command: readonly [file: string, ...args: string[]],
  { env, onLine }: { readonly env: NodeJS.ProcessEnv; readonly onLine: (line: string) => void },
): Stream {
  const [file, ...args] = command;
  const child = execa(file, args, {
    env: { KUBECONFIG: devNull, ...env },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    buffer: { stdout: false, stderr: true },
    killDescendants: true,
  });
  const read = (async () => {
    for await (const line of child) onLine(String(line));
  })().catch(() => undefined);
  let stopped = false;
  const ended = child.then(async (result): Promise<ExecResult | undefined> => {
    if (stopped) return undefined;
    await read;
    return resultOf(result, { stdout: '', output: result.stderr });
  });
  return {
    ended,
    async stop() {
      stopped = true;
      child.kill('SIGKILL');
      await read;
      await ended;
    },
  };
}
