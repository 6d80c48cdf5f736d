import type { Course } from '../../course/types.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Diagram, Finding } from '../../lesson/types.ts';
import { KINDS } from '../types.ts';

const TYPES = ['flowchart', 'sequenceDiagram', 'stateDiagram-v2'];

/** What mermaid would take but our drawings do not show, or not in our colours. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/^\s*%%\{/, 'les réglages « %%{…}%% »'],
  [/^\s*---\s*$/, 'l’en-tête de mermaid'],
  [/^\s*(?:style|linkStyle|classDef)\s/, 'les couleurs de mermaid'],
  [/^\s*(?:click|links?)\s/, 'les liens'],
  [/^\s*actor\s/, 'les bonshommes (« actor »)'],
  [/^\s*autonumber\b/, 'la numérotation (« autonumber »)'],
  [/^\s*rect\s/, 'les fonds colorés (« rect »)'],
];

/**
 * What an author's diagrams ask for that drawings do not have. Pure: mermaid's own syntax is looked at when drawing.
 * @returns the findings, in the course's order
 */
export function lintDiagrams(course: Course): Finding[] {
  return course.lessons.flatMap(({ diagrams }) => diagrams.flatMap(lintDiagram));
}

function lintDiagram(diagram: Diagram): Finding[] {
  const lines = diagram.code.split('\n');
  const at = (index: number, text: FindingText) => {
    const { file, line } = diagram.position;
    return errorAt({ file, line: line + 1 + index, column: 1 }, text);
  };
  const first = lines.findIndex((line) => line.trim() !== '' && !/^\s*%%(?!\{)/.test(line));
  const type = /^[\w-]*/.exec(lines[first]?.trim() ?? '')?.[0] ?? '';
  const findings = lines.flatMap((line, index) => [
    ...FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([, what]) => at(index, forbidden(what))),
    ...classesOf(line)
      .filter((name) => !(KINDS as readonly string[]).includes(name))
      .map((name) => at(index, unknownClass(name))),
  ]);
  const isOther =
    first < 0 || (!TYPES.includes(type) && !FORBIDDEN.some(([pattern]) => pattern.test(lines[first] ?? '')));
  return isOther ? [at(Math.max(first, 0), unknownType(type)), ...findings] : findings;
}

/** The classes that a line gives: `a:::pod`, `class a,b pod`. */
function classesOf(line: string): string[] {
  const given = [...line.replace(/"[^"]*"/g, '').matchAll(/:::([\w-]+)/g)].map(([, name = '']) => name);
  const statement = /^\s*class\s+[\w,\s-]+?\s([\w-]+)\s*;?\s*$/.exec(line)?.[1];
  return statement === undefined ? given : [...given, statement];
}

const unknownType = (type: string): FindingText => ({
  code: 'diagramme-type',
  message: `« ${type} » n’est pas un type de diagramme du cours`,
  fix: didYouMean(type, TYPES),
});

const unknownClass = (name: string): FindingText => ({
  code: 'diagramme-classe',
  message: `aucune boîte du cours n’a la classe « ${name} »`,
  fix: didYouMean(name, KINDS),
});

const forbidden = (what: string): FindingText => ({
  code: 'diagramme-interdit',
  message: `${what} n’ont pas de dessin ici : formes et couleurs sont celles du cours`,
  fix: 'retirez cette ligne ; les classes disent ce qu’est chaque boîte (:::pod, :::objet…)',
});
