import type { APIRoute, GetStaticPaths } from 'astro';
import { allViews } from '../../../site/current-course.ts';

/** The files that a lesson has its reader write, for download. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, downloads }) =>
    [...downloads.values()].map(({ file, content }) => ({
      params: { slug: lesson.slug, nom: file },
      props: { content },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: string }> = ({ props }) =>
  new Response(props.content, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
