import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Lesson } from '../lesson/types.ts';
import type { LessonProof } from '../proof/types.ts';
import { type ArtefactView, artefactView } from './artefact-view.ts';
import { anchorsOf, type SlideAnchors } from './anchors.ts';
import { type ClusterView, clusterViews } from './cluster-view.ts';
import { type DiagramView, diagramView } from './diagram-view.ts';
import { type Download, downloadsOf } from './downloads.ts';
import { readingMinutes } from './reading-time.ts';
import { type SnippetView, snippetView } from './snippet-view.ts';

/** Everything that a lesson's page and its deck show besides the prose; components find it in `Astro.locals`. */
export interface LessonView {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly proof: LessonProof;
  /** By slide index. */
  readonly anchors: readonly SlideAnchors[];
  /** By snippet id. */
  readonly snippets: ReadonlyMap<string, SnippetView>;
  /** By diagram id; one that is not drawn yet is absent. */
  readonly diagrams: ReadonlyMap<string, DiagramView>;
  /** By snippet id. */
  readonly downloads: ReadonlyMap<string, Download>;
  /** Files that snippets made, by snippet id. */
  readonly artefacts: ReadonlyMap<string, ArtefactView>;
  /** The cluster that snippets changed, by snippet id. */
  readonly clusters: ReadonlyMap<string, ClusterView>;
  /** Minutes that its page takes to read. */
  readonly minutes: number;
}

/**
 * Gathers a lesson's view.
 * @param folder absolute path of the lesson's proof
 */
export async function lessonView(
  course: Course,
  lesson: Lesson,
  { proof, folder }: { readonly proof: LessonProof; readonly folder: string },
): Promise<LessonView> {
  const kept = lesson.snippets.map(
    async (snippet) => [snippet.id, await artefactView(snippet, proof.proofs.get(snippet.id), folder)] as const,
  );
  const drawn = await Promise.all(lesson.diagrams.map((diagram) => diagramView(course, lesson, diagram)));
  const tree = parseLesson(course.sources.get(lesson.file) ?? '', lesson.file).text?.tree;
  return {
    course,
    lesson,
    proof,
    anchors: anchorsOf(lesson),
    snippets: new Map(lesson.snippets.map((snippet) => [snippet.id, snippetView(snippet, proof, lesson.meta.cluster)])),
    diagrams: new Map(drawn.flatMap((view) => (view === undefined ? [] : [[view.id, view] as const]))),
    downloads: downloadsOf(lesson),
    artefacts: new Map((await Promise.all(kept)).flatMap(([id, each]) => (each === undefined ? [] : [[id, each]]))),
    clusters: clusterViews(lesson, proof),
    minutes: tree === undefined ? 1 : readingMinutes(tree),
  };
}
