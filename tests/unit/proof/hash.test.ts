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
    ['the file that it keeps', fence('bash artefact=a.txt alt="a"', 'echo b')],
    ['the code expected of it', fence('bash exit=1', 'echo b')],
  ])('changes with %s, for the snippet and all behind it', (_, second) => {
    expect(same([...hashesOf(three(second), courseWith([])).values()])).toEqual([true, false, false]);
  });

  test.each([
    ['its expected output', `${fence('bash', 'echo b')}\n\n${fence('output', 'b')}`],
    ['how that is compared', fence('bash expect=exact', 'echo b')],
    ['the drawing beside it', fence('bash cluster-map', 'echo b')],
    ['the prose round it', `Un paragraphe.\n\n${fence('bash', 'echo b')}`],
  ])('does not change with %s', (_, second) => {
    expect(same([...hashesOf(three(second), courseWith([])).values()])).toEqual([true, true, true]);
  });

  test('does not change with the words for a file that it keeps', () => {
    const keeping = (alt: string) => three(fence(`bash artefact=a.txt alt="${alt}"`, 'echo b'));
    expect(hashesOf(keeping('un'), courseWith([]))).toEqual(hashesOf(keeping('autre'), courseWith([])));
  });

  test('changes with the versions that the lesson runs on', () => {
    const course = courseWith([]);
    const keys = (cluster: string, code: string, versions: Partial<CourseMeta['versions']>) =>
      [
        ...hashesOf(lessonOf(fence('bash', code), cluster), {
          ...course,
          meta: { ...course.meta, versions: { ...course.meta.versions, ...versions } },
        }).values(),
      ].join();
    for (const version of [{ kind: '0.34.0' }, { kubectl: '1.38.0' }, { noeud: 'kindest/node:v1.38.0' }]) {
      expect(keys('shared', ':', version)).not.toBe(keys('shared', ':', {}));
      expect(keys('none', ':', version)).toBe(keys('none', ':', {}));
    }
    expect(keys('shared', 'helm list', { outils: { helm: '4.3.1' } })).not.toBe(keys('shared', 'helm list', {}));
    expect(keys('shared', 'kubectl get pods', { outils: { helm: '4.3.1' } })).toBe(
      keys('shared', 'kubectl get pods', {}),
    );
  });

  test('changes with the images that it uses, not with those of others', () => {
    const using = three(fence('bash', 'kubectl run a --image=nginx:1.30'));
    const key = (images: string[]) => [...hashesOf(using, courseWith(images)).values()];
    expect(key(['nginx:1.30', 'redis:8'])).toEqual(key(['nginx:1.30']));
    expect(key(['nginx:1.30'])).not.toEqual(key([]));
  });
});
