import { checkName, checkScript } from '../lesson/check-script.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';

/** A file for download: one that a lesson has its reader write, or an exercise's check. */
export interface Download {
  readonly snippet: Snippet;
  /** Its name among the lesson's files: `whoami.yaml`; `s4/whoami.yaml` for a later version. */
  readonly file: string;
  /** Under the lesson's address: `fichiers/whoami.yaml`. */
  readonly path: string;
  readonly content: string;
}

/**
 * @returns one download for each written file and each check, by snippet id; a later version of a file has its snippet's id in its
 * address, so that no link gives another text than the one shown beside it
 */
export function downloadsOf(lesson: Lesson): Map<string, Download> {
  const downloads = new Map<string, Download>();
  const taken = new Set<string>();
  for (const snippet of lesson.snippets) {
    const { check, hidden } = snippet.attributes;
    const name = check ? checkName(lesson, snippet) : snippet.attributes.file;
    if (name === undefined || hidden) continue;
    const file = taken.has(name) ? `${snippet.id}/${name}` : name;
    taken.add(name);
    const content = check ? checkScript(snippet) : `${snippet.code}\n`;
    downloads.set(snippet.id, { snippet, file, path: `fichiers/${file}`, content });
  }
  return downloads;
}
