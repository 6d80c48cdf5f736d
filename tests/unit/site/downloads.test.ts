import { expect, test } from 'vitest';
import { downloadsOf } from '../../../src/site/downloads.ts';
import { lessonOf } from './lesson.ts';

test('a later version of a file has an address of its own', () => {
  const lesson = lessonOf(
    '```yaml file=a.yaml\nx: 1\n```\n\n```yaml file=a.yaml id=deux\nx: 2\n```\n\n```bash\ntrue\n```\n',
  );
  const downloads = [...downloadsOf(lesson).values()];
  expect(downloads.map(({ path, content }) => [path, content])).toEqual([
    ['fichiers/a.yaml', 'x: 1\n'],
    ['fichiers/deux/a.yaml', 'x: 2\n'],
  ]);
});
