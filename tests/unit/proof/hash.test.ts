import { describe, expect, test } from 'vitest';
import type { CourseMeta } from '../../../src/course/types.ts';
import { hashesOf } from '../../../src/proof/hash.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

const three = (second: string) => lessonOf([fence('bash', 'echo a'), second, fence('bash', 'echo c')].join('\n\n'));
const lesson = three(fence('bash', 'echo b'));
const hashes = [...hashesOf(lesson, courseWith([])).values()];
const same = (other: readonly string[]): boolean[] => hashes.map((hash, index) => hash === other[index]);

describe('a proof’s key', () => {
  test.each([
    ['code', fence('bash', 'echo B')],
    ['an attribute that changes how it runs', fence('bash retry=5s', 'echo b')],
    ['the code expected of it', fence('bash exit=1', 'echo b')],
  ])('changes with %s, for the snippet and all behind it', (_, second) => {
    expect(same([...hashesOf(three(second), courseWith([])).values()])).toEqual([true, false, false]);
  });

  test.each([
    ['its expected output', `${fence('bash', 'echo b')}\n\n${fence('output', 'b')}`],
    ['how that is compared', fence('bash expect=exact', 'echo b')],
    ['the prose round it', `Un paragraphe.\n\n${fence('bash', 'echo b')}`],
  ])('does not change with %s', (_, second) => {
    expect(same([...hashesOf(three(second), courseWith([])).values()])).toEqual([true, true, true]);
  });

  test('changes with the versions that the lesson runs on', () => {
    const course = courseWith([]);
    const meta: CourseMeta = { ...course.meta, versions: { ...course.meta.versions, kind: '0.34.0' } };
    expect(same([...hashesOf(lesson, { ...course, meta }).values()])).toEqual([false, false, false]);
  });

  test('changes with the images that it uses, not with those of others', () => {
    const using = three(fence('bash', 'kubectl run a --image=nginx:1.30'));
    const key = (images: string[]) => [...hashesOf(using, courseWith(images)).values()];
    expect(key(['nginx:1.30', 'redis:8'])).toEqual(key(['nginx:1.30']));
    expect(key(['nginx:1.30'])).not.toEqual(key([]));
  });
});
