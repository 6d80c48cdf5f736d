import type { APIRoute, GetStaticPaths } from 'astro';
import { clusterData } from '../../site/cluster-view.ts';
import { allViews } from '../../site/current-course.ts';

/** What became of the cluster during a lesson, for the scripts that draw it. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, proof, clusters }) =>
    proof.events === undefined || clusters.size === 0
      ? []
      : [{ params: { slug: lesson.slug }, props: { data: clusterData(proof.events, clusters) } }],
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: string }> = ({ props }) =>
  new Response(props.data, { headers: { 'Content-Type': 'application/json' } });
