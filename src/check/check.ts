import type { Course } from '../course/types.ts';
import { lintDiagrams } from '../drawing/mermaid/lint.ts';
import type { Finding } from '../lesson/types.ts';
import { addresses } from './rules/addresses.ts';
import { alternatives } from './rules/alternatives.ts';
import { cluster } from './rules/cluster.ts';
import { clusterMaps } from './rules/cluster-maps.ts';
import { hiddenDefinitions } from './rules/hidden-definitions.ts';
import { measures } from './rules/measures.ts';
import { pictures } from './rules/pictures.ts';
import { proofs } from './rules/proofs.ts';
import { downloads } from './rules/downloads.ts';
import { machines } from './rules/machines.ts';
import { sleeps } from './rules/sleeps.ts';
import { stops } from './rules/stops.ts';
import { waits } from './rules/waits.ts';
import { files } from './rules/files.ts';
import { images } from './rules/images.ts';
import { kubernetesSchema } from './rules/kubernetes-schema.ts';
import type { Schemas } from './kubernetes/schemas.ts';
import { links } from './rules/links.ts';
import { readLessons } from './reading.ts';
import type { Rule, Subject } from './rule.ts';
import { reviews } from './rules/reviews.ts';
import builtIn from './schemas/kubernetes.json' with { type: 'json' };
import { effects } from './rules/effects.ts';
import { shellSyntax } from './rules/shell-syntax.ts';
import { typography } from './rules/typography.ts';
import { yamlSyntax } from './rules/yaml-syntax.ts';

export interface CheckOptions {
  /** The day of the call by default. */
  readonly now?: Date;
  readonly ci?: boolean;
}

/** All rules, in no order that matters. */
const RULES: readonly Rule[] = [
  yamlSyntax,
  kubernetesSchema,
  shellSyntax,
  effects,
  images,
  files,
  cluster,
  clusterMaps,
  hiddenDefinitions,
  pictures,
  proofs,
  downloads,
  machines,
  measures,
  sleeps,
  stops,
  waits,
  reviews,
  links,
  addresses,
  alternatives,
  ({ course }) => lintDiagrams(course),
  typography,
];

/**
 * Checks a whole course without a cluster. Pure but for the default of `now`; linear in the number of snippets.
 * @param course as loaded; what was wrong with its files is part of the result
 * @returns all findings, sorted by file, line and column
 */
export function checkCourse(course: Course, options: CheckOptions = {}): Finding[] {
  const { now = new Date(), ci = false } = options;
  const subject: Subject = {
    course,
    readings: readLessons(course),
    schemas: builtIn as unknown as Schemas,
    today: now.toISOString().slice(0, 10),
    ci,
  };
  const findings = [...course.findings];
  for (const rule of RULES) findings.push(...rule(subject));
  return findings.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
