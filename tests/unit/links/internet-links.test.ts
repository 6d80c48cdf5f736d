import { expect, test } from 'vitest';
import { internetLinksOf } from '../../../src/links/internet-links.ts';
import { pageLinks } from '../../../src/links/page-links.ts';
import { courseOf, FIRST_LINE } from '../check/course-of.ts';

const placesIn = (links: readonly { address: string; position: { file: string; line: number; column: number } }[]) =>
  links.map(({ address, position: { file, line, column } }) => `${address} ${file}:${line}:${column}`);

test('the links of lessons, components and definitions included, never code nor links inside the course', () => {
  const text = [
    'Voir [a](https://a.fr/) et [b][b], [ici](#ici), [là](../autre/).',
    '[b]: https://b.fr/',
    '<Definition terme="Pod">Voir [c](https://c.fr/x#y).</Definition>',
    '<Lecture>\n\n<a href="https://d.fr/">d</a> https://e.fr/ `https://f.fr/`\n\n</Lecture>',
    '```text\nhttps://g.fr/\n```',
  ].join('\n\n');
  const at = 'content/01-essai/lecon.mdx';
  expect(placesIn(internetLinksOf(courseOf({ essai: text })))).toEqual([
    `https://a.fr/ ${at}:${FIRST_LINE}:6`,
    `https://b.fr/ ${at}:${FIRST_LINE + 2}:1`,
    `https://c.fr/x#y ${at}:${FIRST_LINE + 4}:30`,
    `https://d.fr/ ${at}:${FIRST_LINE + 8}:1`,
    `https://e.fr/ ${at}:${FIRST_LINE + 8}:31`,
  ]);
});

test('what lessons download, and the repository, at their lines', () => {
  const course = courseOf({ essai: '' });
  const download = { adresse: 'https://a.fr/a.yaml', version: '1', sha256: '', role: 'essai' };
  const sources = new Map([
    ['content/cours.yaml', 'titre: Cours\ndepot: https://github.com/nous/cours\n'],
    ['content/telechargements.yaml', '# Les adresses.\n- adresse: https://a.fr/a.yaml\n'],
  ]);
  const meta = { ...course.meta, depot: 'https://github.com/nous/cours' };
  expect(placesIn(internetLinksOf({ ...course, meta, downloads: [download], sources }))).toEqual([
    'https://github.com/nous/cours content/cours.yaml:2:1',
    'https://a.fr/a.yaml content/telechargements.yaml:2:1',
  ]);
});

test('the site’s own pages: « Préparer » says where each tool is installed from', async () => {
  const links = placesIn(await pageLinks(process.cwd()));
  expect(links.filter((link) => link.startsWith('https://docs.docker.com/engine/install/'))).toHaveLength(1);
  for (const link of links) expect(link).toMatch(/^https:\S+ src\/\S+\.astro:\d+:\d+$/);
});
