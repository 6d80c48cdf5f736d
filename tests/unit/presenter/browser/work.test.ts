import { expect, test } from 'vitest';
import { type Box, workOf } from '../../../../src/presenter/browser/boxes.ts';

/** Slides that only know their place: what `workOf` asks of an element. */
const slides = [0, 1, 2].map((place) => ({
  place,
  DOCUMENT_POSITION_FOLLOWING: 4,
  compareDocumentPosition: (other: { place: number }) => (other.place > place ? 4 : 2),
})) as unknown as HTMLElement[];

const box = (step: string, slide: number, check = false): Box => ({
  step,
  check,
  slide: slides[slide] as HTMLElement,
  element: {} as HTMLElement,
});
const BOXES = [box('un', 0), box('deux', 0), box('verif/avant', 1, true), box('resolu', 1), box('fin', 2)];
const STEPS = BOXES.map(({ step }) => step);
type Verdicts = [string, 'same' | 'different' | 'failed'][];
const work = (
  slide: number,
  ran: string[],
  { next = STEPS.find((step) => !ran.includes(step)), verdicts = [] as Verdicts } = {},
) => {
  const found = workOf(slides[slide] as HTMLElement, BOXES, { steps: STEPS, ran, next, verdicts: new Map(verdicts) });
  return [found.next?.step, found.missingBefore];
};

test('the first that was not run is next; none is missing before it on its own slide', () => {
  expect(work(0, [])).toEqual(['un', undefined]);
  expect(work(0, ['un'])).toEqual(['deux', undefined]);
  expect(work(0, ['un', 'deux'])).toEqual([undefined, undefined]);
});

test('what the slides before have not run is to be caught up, checks excepted', () => {
  expect(work(1, ['un'])).toEqual(['verif/avant', 'verif/avant']);
  expect(work(2, ['un', 'deux', 'resolu'], { next: 'fin' })).toEqual(['fin', undefined]);
});

test('what failed is next again; what only differed is not', () => {
  expect(work(0, ['un'], { next: 'resolu', verdicts: [['deux', 'failed']] })[0]).toBe('deux');
  expect(work(0, [], { next: 'deux', verdicts: [['un', 'different']] })[0]).toBe('deux');
});

test('a check that was run lets the solution be next, then runs again', () => {
  const verdicts: Verdicts = [['verif/avant', 'same']];
  expect(work(1, ['un', 'deux'], { next: 'resolu', verdicts })[0]).toBe('resolu');
  expect(work(1, ['un', 'deux', 'resolu'], { next: 'fin', verdicts })[0]).toBe('verif/avant');
});
