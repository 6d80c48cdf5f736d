import { mdxToJs } from 'satteri';
import { lessonPlugins } from '../../../src/markdown/processor.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';

const MATTER = 'titre: Essai\nresume: Un essai.\nobjectifs: [essayer]\nduree: 5\ncluster: shared';

/** Compiles a lesson's body as Astro does. */
export async function render(body: string): Promise<{ code: string; lesson: Lesson }> {
  const { lesson } = parseLesson(`---\n${MATTER}\n---\n\n${body}`, 'content/01-essai/lecon.mdx');
  if (lesson === undefined) throw new Error('unreadable');
  // Astro blanks the front matter and keeps its lines.
  const { code } = await mdxToJs(`${'\n'.repeat(MATTER.split('\n').length + 3)}${body}`, {
    mdastPlugins: lessonPlugins({ base: '/orchestre/', lessonOf: () => lesson }),
    fileURL: new URL('file:///content/01-essai/lecon.mdx'),
    jsxImportSource: 'astro',
  });
  return { code, lesson };
}

/** @returns the values of an attribute of a component, in the order of the compiled code */
export function valuesOf(code: string, component: string, attribute: string): string[] {
  const calls = code.matchAll(new RegExp(`_jsxs?\\(${component}, \\{([^}]*)`, 'g'));
  return [...calls].flatMap(([, body = '']) => new RegExp(`\\b${attribute}: "([^"]*)"`).exec(body)?.[1] ?? []);
}
