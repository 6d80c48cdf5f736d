import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { launch } from '../machine/launch.ts';

/** Milliseconds that a browser may take to start, and to show the deck. */
const START_MS = 10_000;

export interface OpenOptions {
  /** A private folder, absolute. */
  readonly dir: string;
  /** Whether a window has shown the deck. */
  readonly isOpen: () => boolean;
  /** Prints a line. */
  readonly tell: (line: string) => void;
  /** The environment that the browser is looked for and started in. */
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds until the presenter is told; `START_MS` by default. */
  readonly patience?: number;
}

/**
 * Opens an address in the presenter's browser; where no window comes of it, the presenter is told what to do: a browser
 * that may not read the file (a snap has no access to hidden folders) says nothing of it to whoever asked for it. The
 * address's token is in no command line, which all users of the machine could read: the browser is given a private file
 * that leads there.
 */
export async function openBrowser(address: string, options: OpenOptions): Promise<void> {
  const { dir, isOpen, tell, env, patience = START_MS } = options;
  const file = join(dir, 'ouvrir.html');
  await writeFileAtomic(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">`, {
    mode: 0o600,
  });
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (await launch(program, [file], env)) await delay(patience);
  if (!isOpen()) tell(`Aucun navigateur n’a ouvert les diapositives : ouvrez vous-même cette adresse.\n${address}`);
}
