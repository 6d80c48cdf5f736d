import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pruneRevealCss } from '../../../src/site/reveal-css.ts';

const whole = readFileSync('node_modules/reveal.js/dist/reveal.css', 'utf8');

test('what the deck never uses goes', () => {
  expect(
    pruneRevealCss('.reveal.convex .past{a:b}.reveal .past,.reveal .controls a{c:d}@keyframes bounce-x{0%{e:f}}'),
  ).toBe('.reveal .past{c:d}');
});

test('rules inside a media query are pruned too, and an empty query goes', () => {
  expect(pruneRevealCss('@media print{.reveal .controls{a:b}}@media print{.reveal p{a:b}}')).toBe(
    '@media print{.reveal p{a:b}}',
  );
});

test('what shows, prints and surveys slides stays, in under half the size', () => {
  const pruned = pruneRevealCss(whole);
  for (const needed of [
    'section.present',
    '.reveal.none',
    '.overview',
    'print',
    '.fragment',
    '.progress',
    '.r-overlay',
    '.backgrounds',
  ]) {
    expect(pruned).toContain(needed);
  }
  expect(pruned.length).toBeLessThan(whole.length / 2);
});
