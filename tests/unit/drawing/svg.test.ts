import { describe, expect, test } from 'vitest';
import { svgOf } from '../../../src/drawing/svg.ts';
import type { Mark } from '../../../src/drawing/types.ts';
import { boxAt, lineThrough } from './mermaid/marks.ts';

const LABELS = { id: 'pods-d1', title: 'Le « Pod »', description: 'Un Pod & un autre.', fingerprint: 'abc' };
const box = { x: 0, y: 0, width: 60, height: 20 };
const label = (text: string): Mark =>
  ({
    ...{ role: 'label', kind: undefined, dashed: false, shape: 'text', x: 40, y: 20, anchor: 'middle' },
    ...{ text, box },
  }) as Mark;

describe('a drawing', () => {
  const svg = svgOf(
    [
      boxAt(100, 100),
      lineThrough([
        [140, 100],
        [200, 100],
      ]),
    ],
    'dark',
    LABELS,
  );

  test('is as large as its view box, in whole pixels', () => {
    expect(svg).toMatch(/^<svg [^>]*width="152" height="52" viewBox="54 74 152 52"/);
  });

  test('says in words what it shows, and what it was drawn from', () => {
    expect(svg).toContain('role="img" aria-labelledby="pods-d1-dark-titre pods-d1-dark-texte" data-empreinte="abc"');
    expect(svg).toContain('<desc id="pods-d1-dark-texte">Un Pod &amp; un autre.</desc>');
  });

  test('has no style sheet, no script, no reference to anything else', () => {
    expect(svg).not.toMatch(/<style|<script|<foreignObject|href=|@import|class=/);
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });
});

test('an arrow refers to its own head, whose id belongs to this drawing alone', () => {
  const line = {
    ...lineThrough([
      [0, 0],
      [50, 0],
    ]),
    end: { head: 'point', reach: 4 },
  } as Mark;
  const svg = svgOf([line], 'light', LABELS);
  expect(svg).toContain('<marker id="pods-d1-light-point-4"');
  expect(svg).toContain('marker-end="url(#pods-d1-light-point-4)"');
});

test('spaces of French typography are kept from breaking, where the author typed one', () => {
  expect(svgOf([label("l'API : prête ?")], 'light', LABELS)).toContain('l’API\u00A0: prête\u202F?');
  expect(svgOf([label('image: nginx')], 'light', LABELS)).toContain('image: nginx');
});

test('a Pod is round, its container less, another object hardly', () => {
  const radius = (kind: Mark['kind'], mermaidRadius: number) =>
    /rx="([\d.]+)"/.exec(svgOf([{ ...boxAt(0, 0), kind, radius: mermaidRadius } as Mark], 'light', LABELS))?.[1];
  expect([radius('pod', 5), radius('conteneur', 5), radius('objet', 0)]).toEqual(['14', '6', '4']);
});

test('neighbours of the same colours share one group', () => {
  expect(svgOf([boxAt(0, 0), boxAt(200, 0), boxAt(400, 0)], 'light', LABELS).match(/<g /g)).toHaveLength(1);
});
