import type { Finding } from '../lesson/types.ts';

/** The course's own files cannot be used; carries the findings that say why. The author's matter: exit code 1. */
export class CourseError extends Error {
  override readonly name = 'CourseError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ file, line, message, fix }) => `${file}:${line}  ${message} → ${fix}`).join('\n'));
    this.findings = findings;
  }
}
