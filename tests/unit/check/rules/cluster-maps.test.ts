import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf } from '../course-of.ts';

const map = (info: string): string =>
  `\`\`\`yaml ${info}\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n\`\`\`\n`;
const command = '```bash cluster-map\ntrue\n```\n';

function found(text: string, kind = 'shared'): [string, number][] {
  const course = courseOf({ essai: text });
  const lessons = course.lessons.map((lesson) => ({ ...lesson, meta: { ...lesson.meta, cluster: kind as 'none' } }));
  return checkCourse({ ...course, lessons }).map(({ code, line }) => [code, line]);
}
const [first = 0] = courseOf({ essai: command }).lessons[0]!.snippets.map(({ position }) => position.line);

test('cluster-map stands on a command, or on a manifest that is applied', () => {
  expect(found(command)).toEqual([]);
  expect(found(map('file=a.yaml apply cluster-map'))).toEqual([]);
  expect(found(map('file=a.yaml cluster-map'))).toEqual([['attributs-incompatibles', first]]);
});

test('once on a slide', () => {
  expect(found(`${command}\n${command}`)).toEqual([['attributs-incompatibles', first + 4]]);
  expect(found(`${command}\n---\n\n${command}`)).toEqual([]);
});

test('in a lesson that has a cluster', () => {
  expect(found(command, 'none')).toEqual([['cluster-absent', first]]);
});
