import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frenchReveal } from '../../../src/site/reveal-french.ts';

const read = (file: string): string => readFileSync(`node_modules/reveal.js/dist/${file}.mjs`, 'utf8');

test('the speaker view of this very reveal.js speaks French, with a clock of 24 hours', () => {
  const view = frenchReveal(read('plugin/notes'), 'notes');
  expect(view).toContain('lang=\\"fr\\"');
  expect(view).toContain("toLocaleTimeString( 'fr-FR', { hour12: false");
  expect(view).not.toMatch(/>(?:Upcoming|Time|Notes only|Click to Reset)/);
});

test('what the deck itself says is French', () => {
  expect(frenchReveal(read('reveal'), 'deck')).toContain('Aller à : numéro ou titre');
});

test('a reveal.js that says something else is found out at build', () => {
  expect(() => frenchReveal('', 'deck')).toThrow('Jump to slide');
});
