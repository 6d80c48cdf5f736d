import type { Lesson } from '../lesson/types.ts';
import { downloadsOf } from './downloads.ts';
import { imagesOf } from './images.ts';
import type { Course, CourseDownload } from './types.ts';

/** What a lesson needs from outside before its first snippet: prepared, keyed in its proof, and shown. */
export interface Supplies {
  /** Images by name and tag, sorted. */
  readonly images: readonly string[];
  /** Files that it downloads or applies from their addresses; absent where it has none. */
  readonly downloads?: readonly Pick<CourseDownload, 'adresse' | 'sha256'>[];
  /** Programs that decide what is printed, with the version that the course is written for: `kubectl` → `1.37.0`. */
  readonly tools: Readonly<Record<string, string>>;
}

/** @returns what that lesson uses of the course's catalogues; a lesson without a cluster needs nothing of Kubernetes */
export function suppliesOf(
  lesson: Lesson,
  { meta, images, downloads }: Pick<Course, 'meta' | 'images' | 'downloads'>,
): Supplies {
  const { kind, noeud, kubectl, outils, machine } = meta.versions;
  const code = lesson.snippets
    .filter(({ kind: of }) => of === 'command')
    .map((snippet) => snippet.code)
    .join('\n');
  const named = Object.entries(outils).filter(([name]) =>
    new RegExp(`(?<![\\w./-])${RegExp.escape(name)}(?![\\w.-])`).test(code),
  );
  const onKind = lesson.meta.cluster === 'shared' || lesson.meta.cluster === 'fresh';
  const used = downloadsOf(lesson, downloads).map(({ adresse, sha256 }) => ({ adresse, sha256 }));
  return {
    images: imagesOf(lesson, images),
    ...(used.length === 0 ? {} : { downloads: used }),
    tools: {
      ...(onKind ? { kind, node: noeud, kubectl } : {}),
      ...(lesson.meta.cluster === 'swarm' ? { machine } : {}),
      ...Object.fromEntries(named),
    },
  };
}
