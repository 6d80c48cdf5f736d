import { parseLesson } from '../../../src/lesson/parse.ts';
import type { Lesson } from '../../../src/lesson/types.ts';

/** A lesson with this body, as the parser reads it. */
export function lessonOf(body: string, matter = 'cluster: shared'): Lesson {
  const source = `---\ntitre: Essai\nresume: Un essai.\nobjectifs: [essayer]\nduree: 5\n${matter}\n---\n\n${body}`;
  const { lesson, findings } = parseLesson(source, 'content/01-essai/lecon.mdx');
  if (lesson === undefined) throw new Error(JSON.stringify(findings));
  return lesson;
}
