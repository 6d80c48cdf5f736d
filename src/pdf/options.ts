import { parsedArgs } from '../verify/parsed-args.ts';

/** What `npm run pdf` was asked for. */
export interface PrintOptions {
  /** By slug or folder; all where there are none. */
  readonly lessons: readonly string[];
  /** Each slide's notes under it. */
  readonly notes: boolean;
  /** Where the files go, from the course's root. */
  readonly folder: string;
}

const USAGE = `Usage\u00A0: npm run pdf -- [leçons…] [options]
  leçons…            celles que l’on imprime (pods, 04-pods…) ; sans elles, toutes
  --notes            les notes de l’orateur sous chaque diapositive
  --dossier=DOSSIER  où vont les fichiers ; pdf par défaut`;

const OPTIONS = {
  notes: { type: 'boolean', default: false },
  dossier: { type: 'string', default: 'pdf' },
} as const;

/** @throws UsageError when an option is unknown or lacks its value */
export function readOptions(args: readonly string[]): PrintOptions {
  const { values, positionals } = parsedArgs(args, OPTIONS, USAGE);
  return { lessons: positionals, notes: values.notes, folder: values.dossier };
}
