import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { codePlugin } from '../../../src/markdown/code-plugin.ts';

test('only code longer than a telephone’s line is marked as code that may break', () => {
  const html = (code: string) => markdownToHtml(`Avec \`${code}\`.`, { hastPlugins: [codePlugin] }).html;
  expect(html('--restart')).toContain('<code>--restart</code>');
  expect(html('x'.repeat(30))).not.toContain('class');
  expect(html('kubectl delete pod web --grace-period=0')).toContain('<code class="long">');
});
