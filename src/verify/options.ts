import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

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
  /** `1/3`, as vitest takes it. */
  readonly shard?: string;
  /** vitest's reporters besides ours, as `junit=report.xml`. */
  readonly reporters: readonly string[];
  /** Absolute folder that the transcripts are written to instead of beside the lessons. */
  readonly transcripts?: string;
}

export const USAGE = `Usage : npm run verify -- [leçons…] [options]
  (rien)              prouve ce qui ne l’est pas encore
  leçons…             ces leçons-là, prouvées ou non (pods, 04-pods…)
  --all               toutes les leçons
  --update            réécrit les sorties attendues qui ne tiennent plus
  --keep              garde le cluster pour la fois suivante
  --shard=1/3         un tiers des leçons
  --reporter=NOM[=FICHIER]  un rapport de vitest en plus : junit, json, github-actions…
  --transcripts=DOSSIER     écrit les enregistrements ailleurs que près des leçons`;

/**
 * @param args the command line behind the script's name
 * @throws TypeError (French is left to the caller) when an option is unknown
 */
export function readOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      shard: { type: 'string' },
      reporter: { type: 'string', multiple: true, default: [] },
      transcripts: { type: 'string' },
    },
  });
  const { all, update, keep, shard, reporter: reporters, transcripts } = values;
  return {
    lessons: positionals,
    all,
    update,
    keep,
    reporters,
    ...(shard === undefined ? {} : { shard }),
    ...(transcripts === undefined ? {} : { transcripts: resolve(transcripts) }),
  };
}
