import type { APIRoute, GetStaticPaths } from 'astro';
import { allViews } from '../../../site/current-course.ts';

/** A lesson's drawings, one for each theme. */
export const getStaticPaths = (async () =>
  (await allViews()).flatMap(({ lesson, diagrams }) =>
    [...diagrams.values()].flatMap(({ id, light, dark }) => [
      { params: { slug: lesson.slug, nom: `${id}.light` }, props: { svg: light } },
      { params: { slug: lesson.slug, nom: `${id}.dark` }, props: { svg: dark } },
    ]),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });
