import { describe, expect, test } from 'vitest';
import { mix, paintOf, TOKENS } from '../../../src/drawing/palette.ts';
import { KINDS, type Mode, MODES } from '../../../src/drawing/types.ts';

/** Contrast ratio, by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((index) => {
    const value = Number.parseInt(colour.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const solid = (fill: string, mode: Mode) => (fill === 'none' ? TOKENS[mode].paper : fill);

describe.each(MODES)('%s', (mode) => {
  test.each([undefined, ...KINDS])('text on a box of kind %s passes 4.5:1, its stroke on paper 3:1', (kind) => {
    const paint = paintOf(mode, { role: 'box', kind });
    expect(contrast(paint.text, solid(paint.fill, mode))).toBeGreaterThanOrEqual(4.5);
    if (kind !== 'controle') expect(contrast(paint.stroke, TOKENS[mode].paper)).toBeGreaterThanOrEqual(3);
  });

  test.each([undefined, ...KINDS])('an arrow’s label in a frame of kind %s passes 4.5:1', (kind) => {
    const { text } = paintOf(mode, { role: 'edge-label', kind: undefined });
    expect(contrast(text, paintOf(mode, { role: 'plate', kind }).fill)).toBeGreaterThanOrEqual(4.5);
  });

  test('arrows pass 3:1', () => {
    const { stroke } = paintOf(mode, { role: 'edge', kind: undefined });
    expect(contrast(stroke, TOKENS[mode].paper)).toBeGreaterThanOrEqual(3);
  });
});

test('failing and not yet there are dashed too: colour is never the only sign', () => {
  const dashed = KINDS.filter((kind) => paintOf('light', { role: 'box', kind }).dash !== undefined);
  expect(dashed).toEqual(['echec', 'attente']);
});

test('mix weighs two colours', () => {
  expect(mix('#ff0000', '#0000ff', 0.5)).toBe('#800080');
});
