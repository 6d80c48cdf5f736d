import { expect, test } from 'vitest';
import { sizeFinding } from '../../../../src/drawing/mermaid/size.ts';

const diagram = {
  ...{ id: 'd1', code: '', alt: '', slide: 0 },
  position: { file: 'content/01-essai/lecon.mdx', line: 9, column: 1 },
};
const finding = (width: number, height: number) =>
  sizeFinding(diagram, `<svg xmlns="x" width="${width}" height="${height}" viewBox="0 0 1 1">`);

test('a drawing that a slide shows with text of 16 pixels or more is sound', () => {
  expect(finding(1237, 540)).toEqual([]);
});

test('a larger one is told how large it is, and how large it may be', () => {
  expect(finding(1300, 600)).toMatchObject([
    {
      line: 9,
      code: 'diagramme-trop-grand',
      message: expect.stringContaining('1300 px de large (au plus 1237) et 600 px de haut (au plus 540)'),
    },
  ]);
});
