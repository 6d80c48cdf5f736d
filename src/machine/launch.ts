import { spawn } from 'node:child_process';

/**
 * Starts a program that goes its own way: it outlives this process, and its end is nobody's business.
 * @returns whether it could be started
 */
export function launch(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(file, args, { env, detached: true, stdio: 'ignore' });
  child.unref();
  return new Promise((done) => {
    child.once('spawn', () => done(true));
    child.once('error', () => done(false));
  });
}
