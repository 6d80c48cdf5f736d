import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ATTRIBUTE_RULES } from '../../../src/lesson/attributes.ts';
import { CODES } from '../../../src/lesson/codes.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { COMPONENTS } from '../../../src/lesson/walk.ts';
import { contributedExamples } from '../../fixtures/contribuer.ts';
import { lessonSource } from '../../fixtures/lesson-source.ts';

const guide = await readFile(new URL('../../../CONTRIBUER.md', import.meta.url), 'utf8');
const examples = await contributedExamples();

test('every attribute has an example, and every component is told', () => {
  const infos = examples
    .flatMap((example) => [...example.matchAll(/^```\w+ (.+)$/gm)].map(([, info]) => info))
    .join(' ');
  for (const attribute of Object.keys(ATTRIBUTE_RULES)) expect(infos).toMatch(new RegExp(`(^| )${attribute}(=| |$)`));
  const told = guide.match(/^\| `<.*$/gm)?.join('\n') ?? '';
  for (const component of COMPONENTS) expect(told).toMatch(new RegExp(`^[^|]*\\|[^|]*<${component}\\b`, 'm'));
});

test('each example is a sound piece of a lesson', () => {
  for (const example of examples) {
    expect(parseLesson(lessonSource(example, 'shared'), 'content/01-essai/lecon.mdx').findings, example).toEqual([]);
  }
});

test('the codes of findings are listed, each with its meaning, and no other', () => {
  const [, section = ''] = /^## Ce que `npm run check` trouve\n(.*?)^## /ms.exec(guide) ?? [];
  const listed = [...section.matchAll(/^\| `([\w-]+)` +\| (.*?) +\|$/gm)].map(([, code, meaning = '']) => [
    code,
    meaning.replaceAll('`', ''),
  ]);
  expect(listed).toEqual(Object.entries(CODES));
});
