import { expect, test } from 'vitest';
import { fence, lessonSource } from '../../fixtures/lesson-source.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { mutantsOf } from '../../trust/enumerate.ts';
import { OPERATORS } from '../../trust/operators.ts';

const source = lessonSource(
  [
    fence('yaml file=carte.yaml apply wait="deployment/carte"', 'replicas: 3', 'image: nginx:1.30', '  app: carte'),
    fence('bash exit=1', 'kubectl scale deployment/carte --replicas=4', 'kubectl get pods -l app=carte'),
    fence('output', 'carte-1   1/1   Running   0   1s', '…'),
    fence('bash', 'ls'),
    fence('bash', 'pwd'),
  ].join('\n\n'),
);
const lesson = parseLesson(source, 'content/01-essai/lecon.mdx').lesson;
if (lesson === undefined) throw new Error('no lesson');
const all = mutantsOf(lesson, source, 1);

test('each mutant is the lesson with one change, at its line', () => {
  const lines = source.split('\n');
  for (const { line, before, source: changed } of all.filter(({ operator }) => operator !== 'extraits échangés')) {
    expect(lines[line - 1]?.trim()).toBe(before);
    expect(changed).not.toBe(source);
    expect(changed.split('\n').slice(0, line - 1)).toEqual(lines.slice(0, line - 1));
  }
});

test('commands, YAML, outputs, attributes and order are all spoiled, the telling ones first', () => {
  const operators = new Set(all.map(({ operator }) => operator));
  for (const name of [
    'nombre de replicas',
    'tag d’image',
    'attente retirée',
    'code de sortie',
    'STATUS',
    'READY',
    'extraits échangés',
    'commande effacée',
  ]) {
    expect(operators).toContain(name);
  }
  const weights = all.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
});

test('a seed gives the same order again, another one another', () => {
  const order = (seed: number) =>
    mutantsOf(lesson, source, seed)
      .map(({ operator, line }) => `${operator} ${line}`)
      .join();
  expect(order(1)).toBe(order(1));
  expect(order(1)).not.toBe(order(2));
});

test('no operator leaves a line as it was', () => {
  for (const { change, name } of OPERATORS)
    for (const line of source.split('\n')) expect([name, change(line)]).not.toEqual([name, line]);
});
