import { expect, test } from 'vitest';
import { anchorOf, anchorsOf } from '../../../src/site/anchors.ts';
import { lessonOf } from './lesson.ts';

test.each([
  ['L’API déclarative', 'l-api-declarative'],
  ['Où va `kubectl` ?', 'ou-va-kubectl'],
  ['Un cœur, des œufs', 'un-coeur-des-oeufs'],
  ['?!', 'diapo'],
])('the anchor of « %s » is %s', (text, anchor) => expect(anchorOf(text)).toBe(anchor));

test('repeated headings merge on the page, and every slide keeps an anchor of its own', () => {
  const lesson = lessonOf(
    '## A\n\n### T\n\n---\n\n## A\n\n### T\n\n---\n\n### U\n\n---\n\n## B\n\ntexte\n\n---\n\nsuite',
  );
  const anchors = anchorsOf(lesson);
  expect(anchors.map(({ slide }) => slide)).toEqual(['t', 't-2', 'u', 'b', 'b-2']);
  expect(anchors.map(({ titleRepeated }) => titleRepeated)).toEqual([false, true, false, true, true]);
  expect(anchors.map(({ section }) => section)).toEqual(['a', 'a', 'a', 'b', 'b']);
});

test('a heading never takes an id that the page or the deck has for itself', () => {
  const own = ['Objectifs', 'Contenu', 'Titre', 'Touches', 'Extrait s1', 'Extrait s1 après', '404', '2027'];
  const lesson = lessonOf(own.map((title) => `### ${title}\n\n\`\`\`bash\n:\n\`\`\``).join('\n\n---\n\n'));
  const ids = anchorsOf(lesson).map(({ slide }) => slide);
  expect(ids).toEqual([
    'objectifs-2',
    'contenu-2',
    'titre-2',
    'touches-2',
    'extrait-s1-2',
    'extrait-s1-apres-2',
    'n-404',
    'n-2027',
  ]);
});

test('no heading takes the id of a solution’s slide', () => {
  const exercise =
    '<Exercice titre="Essai">\n\n```bash check\nfalse\n```\n\n<Solution>\n\n```bash\n:\n```\n\n</Solution>\n\n</Exercice>';
  const lesson = lessonOf(`### A\n\n${exercise}\n\n---\n\n### A solution\n`);
  expect(anchorsOf(lesson).map(({ slide }) => slide)).toEqual(['a', 'a-solution-3']);
});

test('no two headings of a page have the same anchor', () => {
  const anchors = anchorsOf(lessonOf('## A\n\n### A 2\n\n---\n\n### A bis\n\n---\n\n### A 2\n\n---\n\n## A 2\n'));
  expect(anchors.map(({ section }) => section)).toEqual(['a', 'a', 'a', 'a-2-3']);
  expect(anchors.map(({ slide }) => slide)).toEqual(['a-2', 'a-bis', 'a-2-2', 'a-2-3']);
});
