import { relative, sep } from 'node:path';
import type { Plugin } from 'vitest/config';
import { parseLesson } from '../lesson/parse.ts';
import { testModuleOf } from './test-module.ts';

const RUNTIME = new URL('./worker.ts', import.meta.url).pathname;

/**
 * The Vite plugin that makes every `lecon.mdx` a test file.
 * @param root the project's root, absolute
 */
export function lessonPlugin(root: string): Plugin {
  return {
    name: 'orchestre:lecon',
    enforce: 'pre',
    transform(source, id) {
      const path = id.split('?', 1)[0] ?? id;
      if (!path.endsWith('/lecon.mdx')) return undefined;
      const file = relative(root, path).split(sep).join('/');
      const { lesson, findings } = parseLesson(source, file);
      if (lesson === undefined)
        throw new Error(findings.map((finding) => `${finding.file}:${finding.line} ${finding.message}`).join('\n'));
      // Line n of the module is line n of the lesson: there is nothing to map.
      return { code: testModuleOf(lesson, RUNTIME), map: { mappings: '' } };
    },
  };
}
