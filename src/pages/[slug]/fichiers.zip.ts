import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveOf } from '../../site/archive.ts';
import { allViews } from '../../site/current-course.ts';

/** All the files of a lesson at once. */
export const getStaticPaths = (async () =>
  (await allViews())
    .filter(({ downloads }) => downloads.size > 0)
    .map(({ lesson: { slug }, downloads }) => ({
      params: { slug },
      props: { archive: archiveOf(slug, downloads.values()) },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ archive: Uint8Array<ArrayBuffer> }> = ({ props }) =>
  new Response(props.archive, { headers: { 'Content-Type': 'application/zip' } });
