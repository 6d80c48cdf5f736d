import type { Lesson } from '../lesson/types.ts';
import type { LessonPlay } from '../play/lesson-play.ts';
import type { LabAccess } from './protocol.ts';

/** @returns what a terminal beside the slides needs; undefined before there is a lab */
export function accessOf(play: LessonPlay, lesson: Lesson): LabAccess | undefined {
  const here = play.machines.find(({ local }) => local);
  if (here === undefined) return undefined;
  const kubeconfig = here.env['KUBECONFIG'];
  return { folder: here.work, ...(kubeconfig === undefined ? {} : { kubeconfig, namespace: lesson.slug }) };
}
