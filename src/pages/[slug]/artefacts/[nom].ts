import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaTypeOf } from '../../../artefact/format.ts';
import { allViews } from '../../../site/current-course.ts';

/** Files that snippets made. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, artefacts }) =>
    [...artefacts.values()].map(({ name, path, content }) => ({
      params: { slug: lesson.slug, nom: path.replace(/^artefacts\//, '') },
      props: { name, content },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string; content: Buffer }> = ({ props }) =>
  new Response(new Uint8Array(props.content), { headers: { 'Content-Type': mediaTypeOf(props.name) } });
