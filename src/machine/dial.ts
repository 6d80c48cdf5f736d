import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';

/**
 * @param file a program that speaks over its stdin and stdout
 * @returns what is written to it and read from it; destroyed, the program is ended; an error where it cannot be started
 */
export function dial(file: string, args: readonly string[]): Duplex {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = Duplex.from({ readable: child.stdout, writable: child.stdin });
  child.once('error', (error) => connection.destroy(error));
  connection.once('close', () => child.kill());
  return connection;
}
