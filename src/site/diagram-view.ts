import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Course } from '../course/types.ts';
import type { Diagram, Lesson } from '../lesson/types.ts';
import { typeset } from '../typography/typeset.ts';

/** The two drawings of a diagram; they have the size of the light one. */
export interface DiagramView {
  readonly id: string;
  readonly alt: string;
  /** In pixels, so that the text does not move when the drawing comes. */
  readonly width: number;
  readonly height: number;
  readonly light: string;
  readonly dark: string;
}

/** @returns the diagram with its drawings; nothing when they have not been drawn yet */
export async function diagramView(course: Course, lesson: Lesson, diagram: Diagram): Promise<DiagramView | undefined> {
  const folder = join(course.root, dirname(lesson.file), 'diagrammes');
  const read = (theme: string) => readFile(join(folder, `${diagram.id}.${theme}.svg`), 'utf8').catch(() => undefined);
  const [light, dark] = await Promise.all([read('light'), read('dark')]);
  const size = light === undefined ? undefined : svgSize(light);
  if (light === undefined || dark === undefined || size === undefined) return undefined;
  return { id: diagram.id, alt: typeset(diagram.alt), ...size, light, dark };
}

/** @returns the size of an SVG's view box, rounded up to whole pixels */
function svgSize(svg: string): { width: number; height: number } | undefined {
  const [, width, height] = /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg) ?? [];
  return width === undefined || height === undefined
    ? undefined
    : { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}
