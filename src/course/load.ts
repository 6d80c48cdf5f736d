import { access, glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { errorAt } from '../lesson/finding.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Finding, Lesson } from '../lesson/types.ts';
import { readYaml } from '../lesson/yaml-document.ts';
import { CourseError } from './course-error.ts';
import { courseSchema, downloadsSchema, imagesSchema } from './schemas.ts';
import { slugFindings } from './slugs.ts';
import type { Course } from './types.ts';

/**
 * Reads all of `content/`.
 * @param root the project's root, absolute
 * @throws CourseError when `cours.yaml` itself cannot be used: without it there is no order and no version
 */
export async function loadCourse(root: string): Promise<Course> {
  const course = await readAuthored(root, 'content/cours.yaml', courseSchema);
  if (course.value === undefined) throw new CourseError(course.findings);
  const images = await readAuthored(root, 'content/images.yaml', imagesSchema);
  const downloads = await readDownloads(root);
  const files = (await Array.fromAsync(glob('*/**/*.*', { cwd: join(root, 'content') }))).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const isLesson = (path: string): boolean => /^[^/]+\/lecon\.mdx$/.test(path);
  const found = files
    .filter(isLesson)
    .map((path) => path.split('/')[0] ?? '')
    .sort();
  const findings: Finding[] = [...images.findings, ...downloads.findings, ...missing(course.value.lecons, found)];
  const lessons: Lesson[] = [];
  const sources = new Map([...course.source, ...images.source, ...downloads.source]);
  for (const folder of course.value.lecons.filter((name) => found.includes(name))) {
    const file = `content/${folder}/lecon.mdx`;
    const source = await readFile(join(root, file), 'utf8');
    const parsed = parseLesson(source, file);
    findings.push(...parsed.findings);
    if (parsed.lesson !== undefined) lessons.push(parsed.lesson);
    sources.set(file, source);
  }
  return {
    root,
    meta: course.value,
    images: images.value ?? [],
    downloads: downloads.value ?? [],
    lessons,
    findings: [...findings, ...slugFindings(lessons)],
    sources,
    assets: new Set(files.filter((path) => !isLesson(path)).map((path) => `content/${path}`)),
  };
}

/** A course that downloads nothing needs no list of it. */
async function readDownloads(root: string) {
  const file = 'content/telechargements.yaml';
  const there = await access(join(root, file)).then(
    () => true,
    () => false,
  );
  return there ? readAuthored(root, file, downloadsSchema) : { value: [], findings: [], source: [] };
}

async function readAuthored<Schema extends z.ZodType>(root: string, file: string, schema: Schema) {
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    const fix = error.code === 'ENOENT' ? 'créez-le (voir CONTRIBUER.md)' : 'vérifiez ses droits';
    throw new CourseError([
      errorAt(
        { file, line: 1, column: 1 },
        { code: 'fichier-illisible', message: `ce fichier ne se lit pas (${error.code})`, fix },
      ),
    ]);
  });
  return { ...readYaml(text, schema, { file }), source: [[file, text]] as const };
}

function missing(listed: readonly string[], found: readonly string[]): Finding[] {
  const inCourse = { file: 'content/cours.yaml', line: 1, column: 1 };
  const absent = listed
    .filter((name) => !found.includes(name))
    .map((name) =>
      errorAt(inCourse, {
        code: 'lecon-absente',
        message: `la leçon « ${name} » est annoncée, mais content/${name}/lecon.mdx n’existe pas`,
        fix: 'écrivez-la ou retirez-la de « lecons »',
      }),
    );
  const forgotten = found
    .filter((name) => !listed.includes(name))
    .map((name) =>
      errorAt(
        { ...inCourse, file: `content/${name}/lecon.mdx` },
        {
          code: 'lecon-oubliee',
          message: `cours.yaml ne connaît pas la leçon « ${name} »`,
          fix: 'ajoutez-la à « lecons », à sa place',
        },
      ),
    );
  return [...absent, ...forgotten];
}
