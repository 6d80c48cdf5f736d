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
  expect(pruneRevealCss('@media screen{.reveal .controls{a:b}}@media screen{.reveal p{a:b}}')).toBe(
    '@media screen{.reveal p{a:b}}',
  );
});

test('how reveal.js prints goes: the deck has its own way', () => {
  expect(pruneRevealCss('@media print{.reveal p{a:b}}html.reveal-print body{a:b}')).toBe('');
});

test('what shows and surveys slides stays, in under half the size', () => {
  const pruned = pruneRevealCss(whole);
  for (const needed of [
    'section.present',
    '.reveal.none',
    '.overview',
    '.fragment',
    '.progress',
    '.r-overlay',
    '.backgrounds',
  ]) {
    expect(pruned).toContain(needed);
  }
  expect(pruned.length).toBeLessThan(whole.length / 2);
});
