import { expect, test } from 'vitest';
import { findChromium } from '../../../../src/drawing/mermaid/chromium.ts';

test('CHROMIUM names the browser', () => {
  expect(findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
});

test('a browser that does not exist is said, and what to do', () => {
  expect(() => findChromium({ CHROMIUM: '/nulle-part' })).toThrow(/\/nulle-part, qui n’existe pas\.\n→ /);
});
