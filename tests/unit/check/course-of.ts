import { checkCourse, type CheckOptions } from '../../../src/check/check.ts';
import type { Course, CourseDownload, CourseImage } from '../../../src/course/types.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';

const FRONT_MATTER = `---
titre: Essai
resume: Une leçon d’essai.
objectifs: [Essayer]
duree: 10
cluster: shared
---
`;

/** Lines of the front matter that {@link courseOf} puts before a lesson's text. */
export const FIRST_LINE = FRONT_MATTER.split('\n').length;

/** A course of lessons given as MDX below a front matter, by slug; line 1 of a text is line {@link FIRST_LINE}. */
export function courseOf(
  texts: Readonly<Record<string, string>>,
  images: readonly CourseImage[] = [],
  assets: readonly string[] = [],
): Course {
  const sources = new Map(
    Object.entries(texts).map(([slug, text], index) => [
      `content/0${index + 1}-${slug}/lecon.mdx`,
      FRONT_MATTER + text,
    ]),
  );
  const parsed = [...sources].map(([file, source]) => parseLesson(source, file));
  return {
    root: '/cours',
    meta: {
      titre: 'Cours',
      sousTitre: 'd’essai',
      description: '',
      lecons: [...sources.keys()].map((file) => file.split('/')[1] ?? ''),
      versions: {
        kind: '0.33.0',
        kubectl: '1.37.0',
        outils: {},
        machine: 'docker:26-dind',
        noeud: 'kindest/node:v1.37.0',
      },
    },
    images,
    downloads: [],
    lessons: parsed.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson])),
    findings: parsed.flatMap(({ findings }) => findings),
    sources,
    assets: new Set(assets.map((path) => `content/01-essai/${path}`)),
  };
}

/**
 * The findings of a lesson, its lines counted from the first of the given text.
 * @returns `line:column code` each
 */
export function findingsIn(
  text: string,
  options: CheckOptions & { images?: readonly CourseImage[]; downloads?: readonly CourseDownload[] } = {},
): string[] {
  const course = courseOf({ essai: text }, options.images);
  return checkCourse({ ...course, downloads: options.downloads ?? [] }, options).map(
    ({ line, column, code }) => `${line - FIRST_LINE + 1}:${column} ${code}`,
  );
}

/** The same for one fence: lines count in its code. */
export function findingsInFence(info: string, code: string, options: Parameters<typeof findingsIn>[1] = {}): string[] {
  return findingsIn(`\`\`\`${info}\n${code}\n\`\`\`\n`, options).map((finding) =>
    finding.replace(/^\d+/, (line) => String(Number(line) - 1)),
  );
}
