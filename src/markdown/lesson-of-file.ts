import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseLesson } from '../lesson/parse.ts';
import type { Lesson } from '../lesson/types.ts';

/**
 * The lesson that the compiler is at, read by the one parser. The file itself is read, because Astro blanks the front
 * matter before plugins see the source.
 * @throws Error naming the first finding when the lesson cannot be read
 */
export function lessonOfFile(url: URL): Lesson {
  const path = fileURLToPath(url).replaceAll('\\', '/');
  const file = path.slice(path.lastIndexOf('/content/') + 1);
  const { lesson, findings } = parseLesson(readFileSync(url, 'utf8'), file);
  if (lesson !== undefined) return lesson;
  const [first] = findings;
  throw new Error(
    `${file}:${first?.line ?? 1}  ${first?.message ?? 'leçon illisible'} → ${first?.fix ?? 'corrigez-la'}`,
  );
}
