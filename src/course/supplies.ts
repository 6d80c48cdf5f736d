import type { Lesson } from '../lesson/types.ts';
import { imagesOf } from './images.ts';
import type { Course } from './types.ts';

/** What a lesson needs from outside before its first snippet: prepared, keyed in its proof, and shown. */
export interface Supplies {
  /** Images by name and tag, sorted. */
  readonly images: readonly string[];
  /** Programs that decide what is printed, with the version that the course is written for: `kubectl` → `1.37.0`. */
  readonly tools: Readonly<Record<string, string>>;
}

/** @returns what that lesson uses of the course's catalogues; a lesson without a cluster needs nothing of Kubernetes */
export function suppliesOf(lesson: Lesson, { meta, images }: Pick<Course, 'meta' | 'images'>): Supplies {
  const { kind, noeud, kubectl, outils } = meta.versions;
  const code = lesson.snippets
    .filter(({ kind: of }) => of === 'command')
    .map((snippet) => snippet.code)
    .join('\n');
  const named = Object.entries(outils).filter(([name]) =>
    new RegExp(`(?<![\\w./-])${RegExp.escape(name)}(?![\\w.-])`).test(code),
  );
  const onKind = lesson.meta.cluster === 'shared' || lesson.meta.cluster === 'fresh';
  return {
    images: imagesOf(lesson, images),
    tools: { ...(onKind ? { kind, node: noeud, kubectl } : {}), ...Object.fromEntries(named) },
  };
}
