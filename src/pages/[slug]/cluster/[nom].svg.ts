import type { APIRoute, GetStaticPaths } from 'astro';
import { clusterPicture } from '../../../site/cluster-view.ts';
import { allViews } from '../../../site/current-course.ts';

/** The cluster after each snippet that changed it, for who has no script. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, clusters }) =>
    [...clusters].map(([id, view]) => ({
      params: { slug: lesson.slug, nom: id },
      props: { svg: clusterPicture(view) },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });
