import { UsageError } from './parsed-args.ts';

/**
 * @param text what `--port` was given
 * @param usage of the command, in lines
 * @returns the port that it names
 * @throws UsageError where it names none
 */
export function portOf(text: string, usage: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new UsageError(`--port demande un numéro, de 1 à 65535, au lieu de «\u00A0${text}\u00A0»`, usage);
}
