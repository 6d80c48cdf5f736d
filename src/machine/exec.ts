import { devNull } from 'node:os';
import { execa, type Result } from 'execa';

export interface ExecOptions {
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; none by default. */
  readonly timeout?: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Each line of standard error, as soon as it is there. */
  readonly onLine?: (line: string) => void;
}

/** How an external command ended; a failure is a result like another. */
export interface ExecResult {
  readonly ok: boolean;
  /** Absent when it could not start or a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** Both streams, in order. */
  readonly output: string;
  /** The command line, quoted: it can be pasted. */
  readonly command: string;
  /** The program is not on the PATH. */
  readonly missing: boolean;
  readonly timedOut: boolean;
}

/**
 * Runs an external command to its end. Tests pass a fake.
 * @throws the signal's reason when it is aborted; nothing else: a failure is a result
 */
export type Exec = (file: string, args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

type Ended = Pick<Result, 'failed' | 'exitCode' | 'originalMessage' | 'escapedCommand' | 'code' | 'timedOut'>;

/** Captured characters a stream; nothing that we ask of kind, docker or kubectl comes near. */
const MAX_BUFFER = 20_000_000;

/**
 * The one door to docker, kind and kubectl.
 * @param env the environment to start from; the user's kubeconfig and another provider than Docker are taken out of it
 */
export function execWith(env: NodeJS.ProcessEnv): Exec {
  const { KIND_EXPERIMENTAL_PROVIDER: _, ...base } = env;
  return async (file, args, options = {}) => {
    options.signal?.throwIfAborted();
    const result = await execa(file, args, {
      env: { ...base, KUBECONFIG: devNull, ...options.env },
      extendEnv: false,
      reject: false,
      all: true,
      maxBuffer: MAX_BUFFER,
      // kind starts docker: ended alone, it would leave it at work.
      killDescendants: true,
      ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
      ...(options.signal && { cancelSignal: options.signal }),
      ...(options.onLine && { stderr: tap(options.onLine) }),
      ...(options.timeout !== undefined && { timeout: options.timeout }),
    });
    options.signal?.throwIfAborted();
    return resultOf(result, { stdout: result.stdout, output: result.all });
  };
}

/** @param printed what was kept of its streams; where nothing was, execa's own words are its output */
export function resultOf(ended: Ended, printed: { readonly stdout: string; readonly output: string }): ExecResult {
  return {
    ok: !ended.failed,
    exitCode: ended.exitCode,
    stdout: printed.stdout,
    output: printed.output || ended.originalMessage || '',
    command: ended.escapedCommand,
    missing: ended.code === 'ENOENT',
    timedOut: ended.timedOut,
  };
}

function tap(onLine: (line: string) => void) {
  return function* (line: unknown) {
    onLine(String(line));
    yield line;
  };
}
