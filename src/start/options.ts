import { parsedArgs, UsageError } from '../verify/parsed-args.ts';
import { portOf } from '../verify/port.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly port: number;
}

const USAGE = `Usage\u00A0: npm start -- [--port=N]
  --port=N  le port de l’adresse ; 4321 par défaut`;

const OPTIONS = { port: { type: 'string', default: '4321' } } as const;

/** @throws UsageError when an option is unknown or has a value that it cannot have */
export function readOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parsedArgs(args, OPTIONS, USAGE);
  if (positionals.length > 0) throw new UsageError('npm start prouve et sert toutes les leçons', USAGE);
  return { port: portOf(values.port, USAGE) };
}
