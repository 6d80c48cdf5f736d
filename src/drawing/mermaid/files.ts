import { dirname } from 'node:path/posix';
import type { Diagram, Lesson } from '../../lesson/types.ts';
import { type Mode, MODES } from '../types.ts';

/** @returns the folder of a lesson's drawings, from the project's root, with `/` on every system */
export function drawingsFolder(lesson: Lesson): string {
  return `${dirname(lesson.file)}/diagrammes`;
}

/** @returns the name of a drawing in that folder */
export function drawingName(diagram: Diagram, mode: Mode): string {
  return `${diagram.id}.${mode}.svg`;
}

/** @returns the names of all the drawings that a lesson must have */
export function drawingNames(lesson: Lesson): string[] {
  return lesson.diagrams.flatMap((diagram) => MODES.map((mode) => drawingName(diagram, mode)));
}
