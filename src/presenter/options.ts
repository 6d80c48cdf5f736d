import { parsedArgs, UsageError } from '../verify/parsed-args.ts';
import { portOf } from '../verify/port.ts';

/** What `npm run present` was asked for. */
export interface PresentOptions {
  /** By slug or folder; the course's first where none is named. */
  readonly lesson?: string;
  /** Absent: one that is the same at each start where it is free. */
  readonly port?: number;
  /** Open a browser. */
  readonly open: boolean;
}

const USAGE = `Usage : npm run present -- [leçon] [options]
  leçon          celle que l’on présente (reseau, 05-reseau…) ; sans elle, la première
  --port=N       le port de l’adresse
  --no-open      n’ouvre pas de navigateur`;

const OPTIONS = {
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
} as const;

/** @param what a sentence in French @returns what is thrown where the command line makes no sense */
export const misuse = (what: string): UsageError => new UsageError(what, USAGE);

/** @throws UsageError when an option is unknown or has a value that it cannot have */
export function readOptions(args: readonly string[]): PresentOptions {
  const { values, positionals } = parsedArgs(args, OPTIONS, USAGE);
  const port = values.port === undefined ? undefined : portOf(values.port, USAGE);
  const [lesson, ...others] = positionals;
  if (others.length > 0) throw misuse('on présente une leçon à la fois');
  return {
    open: !values['no-open'],
    ...(lesson === undefined ? {} : { lesson }),
    ...(port === undefined ? {} : { port }),
  };
}
