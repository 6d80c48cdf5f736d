import { expect, test } from 'vitest';
import { frenchFigure } from '../../../src/typography/french.ts';

const SPACE = '\u00A0';

test.each([
  ['2.4', 's', `2,4${SPACE}s`],
  ['-0.5', undefined, '-0,5'],
  ['12', 'lignes', `12${SPACE}lignes`],
  ['1.37.0', undefined, '1.37.0'],
  ['3 min', undefined, `3${SPACE}min`],
])('%s %s', (printed, unit, shown) => {
  expect(frenchFigure(printed, unit)).toBe(shown);
});
