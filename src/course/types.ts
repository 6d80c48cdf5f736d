import type { z } from 'zod';
import type { Finding, Lesson } from '../lesson/types.ts';
import type { courseSchema, downloadsSchema, imagesSchema } from './schemas.ts';

/** `content/cours.yaml`. */
export type CourseMeta = Readonly<z.infer<typeof courseSchema>>;

/** One entry of `content/images.yaml`. */
export type CourseImage = Readonly<z.infer<typeof imagesSchema>[number]>;

/** One entry of `content/telechargements.yaml`. */
export type CourseDownload = Readonly<z.infer<typeof downloadsSchema>[number]>;

/** All of `content/`, as far as it could be read. */
export interface Course {
  /** The project's root, absolute. */
  readonly root: string;
  readonly meta: CourseMeta;
  readonly images: readonly CourseImage[];
  readonly downloads: readonly CourseDownload[];
  /** In reading order; a lesson that cannot be read is absent and has its findings below. */
  readonly lessons: readonly Lesson[];
  /** Everything wrong with the files themselves; `check` finds more. */
  readonly findings: readonly Finding[];
  /** What was read, as written, by its path from the root: lessons and YAML. */
  readonly sources: ReadonlyMap<string, string>;
  /** Every other file beside a lesson, by its path from the root: images, drawings, proofs. */
  readonly assets: ReadonlySet<string>;
}
