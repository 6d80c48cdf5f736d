import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets a run end in order when it is told to stop; a second signal ends it at once.
 * @param tidy takes away what the run made
 * @returns takes the handlers away again
 */
export function onSignals(tidy: (signal: NodeJS.Signals) => Promise<void>): () => void {
  let stopping = false;
  const handle = (signal: NodeJS.Signals): void => {
    const code = 128 + constants.signals[signal];
    if (stopping) process.exit(code);
    stopping = true;
    void tidy(signal)
      .catch((error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`))
      .finally(() => process.exit(code));
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handle);
  };
}

/**
 * Vitest ends the process at once on a signal, before anybody has tidied up.
 * @returns call it when vitest is there: takes away the handlers that were added since
 */
export function holdSignals(): () => void {
  const ours = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)));
  return () => {
    for (const signal of SIGNALS) {
      for (const listener of process.listeners(signal)) if (!ours.has(listener)) process.off(signal, listener);
    }
  };
}
