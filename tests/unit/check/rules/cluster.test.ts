import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf } from '../course-of.ts';

const map = (info: string): string =>
  `\`\`\`yaml ${info}\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n\`\`\`\n`;

function codes(text: string, kind: string): string[] {
  const course = courseOf({ essai: text });
  const lessons = course.lessons.map((lesson) => ({ ...lesson, meta: { ...lesson.meta, cluster: kind as 'none' } }));
  return checkCourse({ ...course, lessons }).map(({ code }) => code);
}

test.each([
  [map('file=a.yaml apply'), ['cluster-absent']],
  [map('file=a.yaml'), ['cluster-absent']],
  [map('file=a.yaml schema=aucun'), []],
  ['```bash wait="deployment/a"\ntrue\n```\n', ['cluster-absent']],
  ['```bash\nkubectl version --client >/dev/null\n```\n', []],
])('without a cluster: %j', (text, findings) => {
  expect(codes(text, 'none')).toEqual(findings);
  expect(codes(text, 'swarm')).toEqual(findings);
  expect(codes(text, 'shared')).toEqual([]);
});
