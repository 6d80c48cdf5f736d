import type { Lesson, Snippet } from '../lesson/types.ts';

/** A file that a lesson has its reader write, for download. */
export interface Download {
  readonly snippet: Snippet;
  /** Under the lesson's address: `fichiers/whoami.yaml`. */
  readonly path: string;
  readonly content: string;
}

/**
 * @returns one download for each written file, by snippet id; a later version of a file has its snippet's id in its
 * address, so that no link gives another text than the one shown beside it
 */
export function downloadsOf(lesson: Lesson): Map<string, Download> {
  const downloads = new Map<string, Download>();
  const taken = new Set<string>();
  for (const snippet of lesson.snippets) {
    const { file } = snippet.attributes;
    if (file === undefined || snippet.attributes.hidden) continue;
    const path = taken.has(file) ? `fichiers/${snippet.id}/${file}` : `fichiers/${file}`;
    taken.add(file);
    downloads.set(snippet.id, { snippet, path, content: `${snippet.code}\n` });
  }
  return downloads;
}
