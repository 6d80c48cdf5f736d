import { describe, expect, test } from 'vitest';
import { measured } from '../../../src/proof/measures.ts';
import { proofOf } from '../../../src/proof/proofs.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { transcriptOf } from '../../fixtures/transcript-of.ts';

const course = courseWith([]);
const lesson = lessonOf(
  `${fence('bash id=bascule expect=regex', 'mesurer')}\n${fence('output', String.raw`\s*\d[\d.\ns ]*`)}\n\n<Mesure de="bascule" />`,
);
const printing = (output: string) =>
  proofOf(course, lesson, { ...transcriptOf(course, lesson, { bascule: output }), seal: '' });

describe('a figure that the text quotes', () => {
  test.each([
    ['2.4 s\n', '2.4 s'],
    ['  12s\n\n', '12s'],
    ['1 s\n2 s\n', undefined],
    [`${'9'.repeat(41)}\n`, undefined],
  ])('%j', (output, figure) => {
    const { proofs, problems } = printing(output);
    expect(measured(proofs.get('bascule'))).toBe(figure);
    expect(problems.map(({ kind }) => kind)).toEqual(figure === undefined ? ['mesure-illisible'] : []);
  });

  test('its place in the text is said', () => {
    const [measure] = lesson.measures;
    expect(printing('1 s\n2 s\n').problems[0]?.position).toEqual(measure?.position);
  });

  test('a snippet that is not proven is one problem, not two', () => {
    expect(printing('rien\n').problems.map(({ kind }) => kind)).toEqual(['sortie-differente']);
    expect(measured(printing('rien\n').proofs.get('bascule'))).toBeUndefined();
  });
});
