import type { CourseMeta } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';

/** The branch that is published. */
const BRANCH = 'main';

/** Where a reader mends a lesson, or says what is wrong with it. */
export interface RepositoryLinks {
  readonly edit: string;
  readonly report: string;
}

/** @returns the addresses at GitHub for a lesson; nothing where `cours.yaml` names no repository */
export function repositoryLinks({ depot }: CourseMeta, { file, number, meta }: Lesson): RepositoryLinks | undefined {
  if (depot === undefined) return undefined;
  const title = new URLSearchParams({ title: `Leçon ${number}, « ${meta.titre} » : ` });
  return { edit: `${depot}/edit/${BRANCH}/${file}`, report: `${depot}/issues/new?${title}` };
}
