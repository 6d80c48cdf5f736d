import { parsedArgs } from '../verify/parsed-args.ts';
import { noPort, portOf } from '../verify/port.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly port: number;
}

const USAGE = `Usage\u00A0: npm start -- [--port=N]
  --port=N  le port de l’adresse ; 4321 par défaut`;

const OPTIONS = { port: { type: 'string', default: '4321' } } as const;

/** The command line cannot be understood; the message ends with the usage. Exit code 2. */
export class StartUsageError extends Error {
  override readonly name = 'StartUsageError';

  constructor(what: string) {
    super(`${what}\n${USAGE}`);
  }
}

/** @throws StartUsageError when an option is unknown or has a value that it cannot have */
export function readOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parsedArgs(args, OPTIONS, (what) => new StartUsageError(what));
  if (positionals.length > 0) throw new StartUsageError('npm start prouve et sert toutes les leçons');
  const port = portOf(values.port);
  if (port === undefined) throw new StartUsageError(noPort(values.port));
  return { port };
}
