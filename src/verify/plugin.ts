import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vitest/config';
import type { Course } from '../course/types.ts';
import { testModuleOf } from './test-module.ts';

const RUNTIME = join(import.meta.dirname, 'worker.ts');

/**
 * The Vite plugin that makes every `lecon.mdx` a test file.
 * @param course as loaded: what is on disk may have changed since, and is not what was checked
 */
export function lessonPlugin({ root, lessons }: Pick<Course, 'root' | 'lessons'>): Plugin {
  return {
    name: 'orchestre:lecon',
    enforce: 'pre',
    transform(_code, id) {
      const path = id.split('?', 1)[0] ?? id;
      if (!path.endsWith('/lecon.mdx')) return undefined;
      const file = relative(root, path).split(sep).join('/');
      const lesson = lessons.find((each) => each.file === file);
      if (lesson === undefined) throw new Error(`${file} is no lesson of the course`);
      // Line n of the module is line n of the lesson: there is nothing to map.
      return { code: testModuleOf(lesson, RUNTIME), map: { mappings: '' } };
    },
  };
}
