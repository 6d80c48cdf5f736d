import { expect, test } from 'vitest';
import { contentsOf } from '../../../src/site/contents.ts';
import { lessonOf } from './lesson.ts';

test('the table of contents lists each heading once, set in French', () => {
  const lesson = lessonOf("## L'API\n\n### Pourquoi ?\n\n---\n\n## L'API\n\n### Pourquoi ?\n\n---\n\n## Retenir\n");
  expect(contentsOf(lesson)).toEqual([
    { id: 'l-api', title: 'L’API', slides: [{ id: 'pourquoi', title: 'Pourquoi\u202F?' }] },
    { id: 'retenir', title: 'Retenir', slides: [] },
  ]);
});
