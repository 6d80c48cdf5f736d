import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

/** WCAG 2.2, « relative luminance ». */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const texts = [...tokens.keys()].filter((name) => !['paper', 'raised', 'rule'].includes(name));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(texts.flatMap((text) => ['paper', 'raised'].map((ground) => [text, ground])))(
    '%s on %s passes 4.5:1',
    (text, ground) => {
      const pair = [text, ground].map((name) => tokens.get(name)?.[theme] ?? '#808080');
      expect(contrast(pair[0] ?? '', pair[1] ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('the colours are IDENTITY.md’s', () => {
  expect(tokens.get('ink')).toEqual({ light: '#1b1f2a', dark: '#e8eaf0' });
  expect(tokens.get('accent')).toEqual({ light: '#2f4bd0', dark: '#93a6ff' });
  expect(tokens.size).toBeGreaterThanOrEqual(9);
});
