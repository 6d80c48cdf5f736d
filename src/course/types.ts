import type { Finding, Lesson } from '../lesson/types.ts';

/** `content/cours.yaml`. */
export interface CourseMeta {
  readonly titre: string;
  readonly sousTitre: string;
  readonly description: string;
  /** Names of the lessons' folders, in reading order. */
  readonly lecons: readonly string[];
  readonly versions: {
    /** `0.33.0` */
    readonly kind: string;
    /** `kindest/node:v1.37.0`, by tag. */
    readonly noeud: string;
  };
}

/** One entry of `content/images.yaml`. */
export interface CourseImage {
  /** `nginx:1.30`, as lessons write it. */
  readonly image: string;
  /** What the course uses it for. */
  readonly role: string;
  /** A tag that must not exist: never pulled, its failure is the lesson's subject. */
  readonly absente: boolean;
}

/** All of `content/`, as far as it could be read. */
export interface Course {
  /** The project's root, absolute. */
  readonly root: string;
  readonly meta: CourseMeta;
  readonly images: readonly CourseImage[];
  /** In reading order; a lesson that cannot be read is absent and has its findings below. */
  readonly lessons: readonly Lesson[];
  /** Everything wrong with the files themselves; `check` finds more. */
  readonly findings: readonly Finding[];
  /** MDX sources by `Lesson.file`. */
  readonly sources: ReadonlyMap<string, string>;
}
