import { resolve } from 'node:path';
import { parsedArgs, UsageError } from './parsed-args.ts';
import type { Shard } from './shards.ts';

/** What `npm run verify` was asked for. */
export interface VerifyOptions {
  /** Lessons by slug or folder; empty: those without a proof. */
  readonly lessons: readonly string[];
  /** Every lesson, proven or not. */
  readonly all: boolean;
  /** Rewrite the expected outputs that no longer hold. */
  readonly update: boolean;
  /** Leave the shared cluster for the next run. */
  readonly keep: boolean;
  /** The part of the lessons to run. */
  readonly shard?: Shard;
  /** vitest's reporters besides ours, as `junit=report.xml`. */
  readonly reporters: readonly string[];
  /** Absolute folder that the proofs are written to instead of beside the lessons. */
  readonly proofs?: string;
}

const USAGE = `Usage : npm run verify -- [leçons…] [options]
  (rien)              prouve ce qui ne l’est pas encore
  leçons…             ces leçons-là, prouvées ou non (pods, 04-pods…)
  --all               toutes les leçons
  --update            réécrit les sorties attendues qui ne tiennent plus
  --keep              garde le cluster pour la fois suivante
  --shard=1/3         un tiers du travail, d’après les durées enregistrées
  --reporter=NOM[=FICHIER]  un rapport de vitest en plus : junit, json, github-actions…
  --proofs=DOSSIER          écrit les preuves ailleurs que près des leçons`;

const OPTIONS = {
  all: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  shard: { type: 'string' },
  reporter: { type: 'string', multiple: true, default: [] as string[] },
  proofs: { type: 'string' },
} as const;

/** @param what a sentence in French @returns what is thrown where the command line makes no sense */
export const misuse = (what: string): UsageError => new UsageError(what, USAGE);

/**
 * @param args the command line behind the script's name
 * @throws UsageError when an option is unknown or has a value that it cannot have
 */
export function readOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parsedArgs(args, OPTIONS, USAGE);
  const { all, update, keep, shard, reporter: reporters, proofs } = values;
  return {
    lessons: positionals,
    all,
    update,
    keep,
    reporters,
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
    ...(proofs === undefined ? {} : { proofs: resolve(proofs) }),
  };
}

function readShard(text: string): Shard {
  const [index = 0, count = 0] = /^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  if (index >= 1 && index <= count) return { index, count };
  throw misuse(`--shard=${text} : une part comme « 1/3 » était attendue`);
}
