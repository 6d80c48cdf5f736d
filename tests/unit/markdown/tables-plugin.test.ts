import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { tablesPlugin } from '../../../src/markdown/tables-plugin.ts';

test('an empty corner is no heading, the other headings stay', () => {
  const { html } = markdownToHtml('|  | A |\n| --- | --- |\n| b | c |\n', { hastPlugins: [tablesPlugin] });
  expect(html).toMatch(/<td><\/td>\s*<th>A<\/th>/);
});
