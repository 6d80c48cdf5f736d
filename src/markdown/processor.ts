import { satteri } from '@astrojs/markdown-satteri';
import type { MdastPluginEntry } from 'satteri';
import type { Lesson } from '../lesson/types.ts';
import type { Term } from '../site/terms.ts';
import { codePlugin } from './code-plugin.ts';
import { englishPlugin } from './english-plugin.ts';
import { fencesPlugin } from './fences-plugin.ts';
import { lessonOfFile } from './lesson-of-file.ts';
import { linksPlugin } from './links-plugin.ts';
import { slidesPlugin } from './slides-plugin.ts';
import { tablesPlugin } from './tables-plugin.ts';
import { termsPlugin } from './terms-plugin.ts';
import { typographyPlugin } from './typography-plugin.ts';

/** What the plugins need besides the lesson's file. */
export interface ProcessorOptions {
  /** The site's base path: `/`, or `/orchestre/`. */
  readonly base: string;
  /** Gives the lesson of the file that is compiled. */
  readonly lessonOf?: (url: URL) => Lesson;
  /** The glossary's words that a lesson may use without explaining them; none by default. */
  readonly termsOf?: (lesson: Lesson) => readonly Term[];
}

/**
 * The plugins of one compilation, for which the lesson is read once. Typography comes first, so that it never sees the
 * texts that the others put in.
 */
export function lessonPlugins({
  base,
  lessonOf = lessonOfFile,
  termsOf = () => [],
}: ProcessorOptions): MdastPluginEntry[] {
  return [
    ({ fileURL }) => {
      if (fileURL === undefined) return typographyPlugin;
      const lesson = lessonOf(fileURL);
      return [
        typographyPlugin,
        linksPlugin({ base, slug: lesson.slug }),
        termsPlugin(termsOf(lesson)),
        fencesPlugin(lesson),
        slidesPlugin(lesson),
      ];
    },
  ];
}

/** Astro's Markdown processor for lessons. `smartPunctuation` is off: it ruins `--dry-run` and French quotes. */
export function lessonProcessor(options: ProcessorOptions) {
  return satteri({
    mdastPlugins: lessonPlugins(options),
    hastPlugins: [codePlugin, englishPlugin, tablesPlugin],
    features: { smartPunctuation: false },
  });
}
