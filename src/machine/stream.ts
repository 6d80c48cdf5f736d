import { devNull } from 'node:os';
import { execa } from 'execa';

/** A program that goes on until it is stopped. */
export interface Stream {
  /** Ends it, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program whose lines are wanted as they come; its own end, for whatever reason, only means that none come.
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
    stderr: 'ignore',
    buffer: false,
    killDescendants: true,
  });
  const read = (async () => {
    for await (const line of child) onLine(String(line));
  })().catch(() => undefined);
  return {
    async stop() {
      child.kill('SIGKILL');
      await child;
      await read;
    },
  };
}
