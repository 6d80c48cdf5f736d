import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveOf } from '../../site/archive.ts';
import { allViews } from '../../site/current-course.ts';
import type { LessonView } from '../../site/lesson-view.ts';

/** All the files of a lesson at once. */
export const getStaticPaths = (async () =>
  (await allViews())
    .filter(({ downloads }) => downloads.size > 0)
    .map((view) => ({ params: { slug: view.lesson.slug }, props: { view } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ view: LessonView }> = ({ props: { view } }) =>
  new Response(archiveOf(view.lesson.slug, view.downloads.values()), {
    headers: { 'Content-Type': 'application/zip' },
  });
