import { options } from 'virtual:orchestre';
import { loadCourse } from '../course/load.ts';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { loadProof } from '../proof/proofs.ts';
import { proofFolder } from '../proof/store.ts';
import { type LessonView, lessonView } from './lesson-view.ts';

let course: Promise<Course> | undefined;
const views = new Map<string, Promise<LessonView>>();

/** The course that this site shows. Read once in a build; again for each page in development, where it changes. */
export function currentCourse(): Promise<Course> {
  if (import.meta.env.DEV) return loadCourse(options.root);
  course ??= loadCourse(options.root);
  return course;
}

/** @returns the view of one of its lessons */
export async function viewOf(lesson: Lesson): Promise<LessonView> {
  const known = import.meta.env.DEV ? undefined : views.get(lesson.slug);
  if (known !== undefined) return known;
  const loaded = await currentCourse();
  const folder = proofFolder(loaded.root, lesson, options);
  const view = loadProof(loaded, lesson, options).then((proof) => lessonView(loaded, lesson, { proof, folder }));
  views.set(lesson.slug, view);
  return view;
}

/** @returns the views of all lessons, in reading order */
export async function allViews(): Promise<LessonView[]> {
  return Promise.all((await currentCourse()).lessons.map(viewOf));
}

/** For `getStaticPaths`: one path for each lesson. */
export async function lessonPaths() {
  return (await currentCourse()).lessons.map((lesson) => ({ params: { slug: lesson.slug }, props: { lesson } }));
}
