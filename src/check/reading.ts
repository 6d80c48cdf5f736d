import type { Root } from 'mdast';
import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';
import { readShell, type ShellFacts } from '../shell/facts.ts';
import { readYamlStream, type YamlStream } from './yaml/stream.ts';

const EMPTY: Root = { type: 'root', children: [] };

/** A lesson with everything that several checks read of it, read once. */
export interface Reading {
  readonly lesson: Lesson;
  /** The MDX as the parser sees it; empty where the course has no source for it. */
  readonly source: string;
  readonly tree: Root;
  /** The shell of its `bash` fences. */
  readonly scripts: ReadonlyMap<Snippet, ShellFacts>;
  /** The YAML of its `yaml` fences, in order. */
  readonly streams: ReadonlyMap<Snippet, YamlStream>;
}

/** @returns the course's lessons, read, in order */
export function readLessons(course: Course): Reading[] {
  return course.lessons.map((lesson) => {
    const { text = { source: '', tree: EMPTY } } = parseLesson(course.sources.get(lesson.file) ?? '', lesson.file);
    const of = (language: string): Snippet[] => lesson.snippets.filter((snippet) => snippet.language === language);
    return {
      lesson,
      source: text.source,
      tree: text.tree,
      scripts: new Map(of('bash').map((snippet) => [snippet, readShell(snippet.code)])),
      streams: new Map(of('yaml').map((snippet) => [snippet, readYamlStream(snippet.code)])),
    };
  });
}
