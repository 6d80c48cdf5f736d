import type { Course } from '../course/types.ts';
import { lintDiagrams } from '../drawing/mermaid/lint.ts';
import type { Finding } from '../lesson/types.ts';
import { alternatives } from './alternatives.ts';
import { background, waits } from './background.ts';
import { files } from './files/check.ts';
import { images } from './images.ts';
import { kubernetesSchema } from './kubernetes/check.ts';
import type { Schemas } from './kubernetes/schemas.ts';
import { links } from './links.ts';
import { type Reading, readLessons } from './reading.ts';
import { reviews } from './reviews.ts';
import builtIn from './schemas/kubernetes.json' with { type: 'json' };
import { effects } from './shell/effects.ts';
import { shellSyntax } from './shell/syntax.ts';
import { typography } from './typography/check.ts';
import { yamlSyntax } from './yaml/syntax.ts';

/** What every check may look at. */
export interface Subject {
  readonly course: Course;
  readonly readings: readonly Reading[];
  readonly schemas: Schemas;
  /** ISO date of the day, as `2026-11-24`. */
  readonly today: string;
  /** In CI what has expired is an error. */
  readonly ci: boolean;
}

/** One rule, or a few close ones. Pure. */
export type Check = (subject: Subject) => Finding[];

export interface CheckOptions {
  /** The day of the call by default. */
  readonly now?: Date;
  readonly ci?: boolean;
}

/** All checks, by name, in no order that matters. */
export const CHECKS: Readonly<Record<string, Check>> = {
  yamlSyntax,
  kubernetesSchema,
  shellSyntax,
  effects,
  images,
  files,
  background,
  waits,
  reviews,
  links,
  alternatives,
  diagrams: ({ course }) => lintDiagrams(course),
  typography,
};

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
  for (const check of Object.values(CHECKS)) findings.push(...check(subject));
  return findings.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
