import { expect, test } from 'vitest';
import { FOLD_LINES, outputView } from '../../../src/site/output-view.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `ligne ${index}`).join('\n');

test('what printed nothing has no output', () => expect(outputView('\n')).toBeUndefined());

test('a short output is whole', () => {
  expect(outputView(`${lines(FOLD_LINES)}\n`)).toMatchObject({ head: lines(FOLD_LINES), folded: 0 });
});

test('a long one folds after 14 lines and loses none', () => {
  const view = outputView(lines(30));
  expect(view?.folded).toBe(16);
  expect(`${view?.head}\n${view?.rest}`).toBe(lines(30));
});

test('nothing is folded that takes less room than the fold', () => {
  expect(outputView(lines(FOLD_LINES + 1))?.rest).toBeUndefined();
});

test('terminal colours are left out, columns keep their width', () => {
  expect(outputView('\u001B[32mvert\u001B[0m  a')).toMatchObject({ text: 'vert  a', columns: 7 });
});

test('what `…` stands for is told, with how many lines there were, and where they are', () => {
  const record = { printed: `${lines(40)}\n`, step: 's3' };
  expect(outputView(`ligne 0\n…\nligne 39\n`, record)?.whole).toEqual({
    path: 'sorties/s3.txt',
    text: lines(40),
    lines: 40,
  });
  expect(outputView('…', { ...record, step: 'verif/avant' })?.whole?.path).toBe('sorties/avant/verif.txt');
});

test('what is shown whole has nothing more to show', () => {
  expect(outputView(`${lines(3)}\n`, { printed: `${lines(3)}\n\n`, step: 's3' })?.whole).toBeUndefined();
});
