import type { APIRoute, GetStaticPaths } from 'astro';
import { allViews } from '../../../site/current-course.ts';

/** What commands printed, whole, where a page shows a part of it. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, snippets }) =>
    [...snippets.values()]
      .flatMap(({ run, before }) => [run, ...(before === undefined ? [] : [before])])
      .flatMap(({ output }) => (output?.whole === undefined ? [] : [output.whole]))
      .map(({ path, text }) => ({
        params: { slug: lesson.slug, nom: path.replace(/^sorties\/|\.txt$/g, '') },
        props: { text },
      })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(`${props.text}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
