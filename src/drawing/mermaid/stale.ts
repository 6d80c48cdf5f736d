import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course } from '../../course/types.ts';
import { errorAt } from '../../lesson/finding.ts';
import type { Diagram, Finding, Lesson } from '../../lesson/types.ts';
import { drawingName, drawingNames, drawingsFolder } from './files.ts';
import { labelsOf } from './fingerprint.ts';
import { isSealed } from './seal.ts';
import { sizeFinding } from './size.ts';
import { MODES } from '../types.ts';

/** How the drawings of a lesson differ from its fences. */
export interface LessonState {
  readonly lesson: Lesson;
  readonly missing: readonly Diagram[];
  /** Drawn from another text, by another version of the drawing, or not as it was drawn: cut short, edited by hand. */
  readonly outdated: readonly Diagram[];
  /** Names of drawings that no fence stands for. */
  readonly orphans: readonly string[];
  readonly tooLarge: readonly Finding[];
}

/** Reads the drawings, without a browser. */
export async function stateOf(course: Course, lesson: Lesson): Promise<LessonState> {
  const folder = join(course.root, drawingsFolder(lesson));
  const present = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.svg')).sort();
  const wanted = drawingNames(lesson);
  const state = {
    lesson,
    missing: [] as Diagram[],
    outdated: [] as Diagram[],
    orphans: present.filter((name) => !wanted.includes(name)),
    tooLarge: [] as Finding[],
  };
  for (const diagram of lesson.diagrams) {
    const names = MODES.map((mode) => drawingName(diagram, mode));
    const { fingerprint } = labelsOf(lesson, diagram);
    const drawings = await Promise.all(
      names.map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)),
    );
    if (drawings.includes(undefined)) state.missing.push(diagram);
    else if (drawings.some((svg = '') => !isSealed(svg, fingerprint))) state.outdated.push(diagram);
    else state.tooLarge.push(...sizeFinding(diagram, drawings[0] ?? ''));
  }
  return state;
}

/**
 * Says which drawings are not those of their fences, without a browser.
 * @returns one finding for each fence that must be drawn, each drawing too large for a slide, each drawing of no fence
 */
export async function staleDiagrams(course: Course): Promise<Finding[]> {
  const states = await Promise.all(course.lessons.map((lesson) => stateOf(course, lesson)));
  return states.flatMap(({ lesson, missing, outdated, orphans, tooLarge }) => [
    ...missing.map(({ id, position }) =>
      errorAt(position, { code: 'diagramme-absent', message: `le diagramme ${id} n’est pas dessiné`, fix: REDRAW }),
    ),
    ...outdated.map(({ id, position }) =>
      errorAt(position, {
        code: 'diagramme-perime',
        message: `le dessin de ${id} n’est plus celui de ce texte`,
        fix: REDRAW,
      }),
    ),
    ...tooLarge,
    ...orphans.map((name) =>
      errorAt(
        { file: `${drawingsFolder(lesson)}/${name}`, line: 1, column: 1 },
        { code: 'diagramme-orphelin', message: 'aucun bloc mermaid ne correspond à ce dessin', fix: REDRAW },
      ),
    ),
  ]);
}

const REDRAW = 'lancez npm run diagrams';
