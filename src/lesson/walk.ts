import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { didYouMean } from './did-you-mean.ts';
import { type Fence, readFence } from './fence.ts';
import { errorAt, type FindingText } from './finding.ts';
import { textAttributes } from './tree.ts';
import type { Finding, Position, Slide } from './types.ts';

/** The components that a lesson may use; they need no import. */
export const COMPONENTS = [
  'Notes',
  'Lecture',
  'Fragment',
  'Exercice',
  'Indice',
  'Solution',
  'Definition',
  'Mesure',
  'Colonnes',
  'Colonne',
] as const;

/** The attribute that a component is nothing without: it is shown, or found by. */
const REQUIRED: ReadonlyMap<string, string> = new Map([
  ['Exercice', 'titre'],
  ['Definition', 'terme'],
]);

/** A fence with where it stands, in reading order. */
export interface PlacedFence extends Fence {
  readonly slide: number;
  readonly exercise?: { readonly index: number; readonly solution: boolean };
}

/** Everything that one walk over the tree collects. */
export interface Walked {
  readonly slides: Slide[];
  readonly fences: PlacedFence[];
  readonly exercises: Position[];
  readonly findings: Finding[];
}

interface Place {
  /** The component or block that the node stands in; none on the slide itself. */
  readonly parent?: string;
  readonly exercise?: { readonly index: number; readonly solution: boolean };
}

/**
 * Collects slides, fences and exercises in reading order.
 * @param tree the lesson's syntax tree
 * @param context its file, its lines, and the title that stands in where no heading gives one
 */
export function walk(tree: Root, context: { file: string; source: readonly string[]; title: string }): Walked {
  const walked: Walked = { slides: [], fences: [], exercises: [], findings: [] };
  let section = context.title;
  let slideTitle: string | undefined;
  let start: Position = { file: context.file, line: 1, column: 1 };
  let exercisesOnSlide = 0;
  const solved = new Set<number>();
  const closeSlide = (): void => {
    exercisesOnSlide = 0;
    walked.slides.push({ index: walked.slides.length, section, title: slideTitle ?? section, position: start });
    slideTitle = undefined;
  };
  const positionOf = (node: RootContent): Position => ({
    file: context.file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  const heading = (node: Heading): void => {
    const text = toString(node);
    if (node.depth === 2) section = text;
    else if (node.depth === 3) slideTitle ??= text;
    else if (node.depth === 1) {
      walked.findings.push(
        errorAt(positionOf(node), {
          code: 'titre-de-niveau-1',
          message: 'le titre de la leçon vient de son en-tête',
          fix: 'utilisez ## pour une section, ### pour une diapositive',
        }),
      );
    }
  };
  const visit = (node: RootContent, place: Place): void => {
    if (node.type === 'heading') heading(node);
    else if (node.type === 'code') {
      const { fence, findings } = readFence(node, context);
      walked.findings.push(...findings);
      const { exercise } = place;
      walked.fences.push({ ...fence, ...(exercise && { exercise }), slide: walked.slides.length });
    } else if (node.type === 'mdxjsEsm') {
      walked.findings.push(
        errorAt(positionOf(node), {
          code: 'import-inutile',
          message: 'une leçon n’importe ni n’exporte rien',
          fix: 'retirez cette ligne : les composants sont fournis',
        }),
      );
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      walked.findings.push(...lacking(node, positionOf(node)));
      const inside = enter(node.name ?? '', positionOf(node), place);
      for (const child of node.children) visit(child, inside);
    } else if ('children' in node) for (const child of node.children) visit(child, { ...place, parent: node.type });
  };
  const enter = (name: string, position: Position, place: Place): Place => {
    if (/^[A-Z]/.test(name) && !COMPONENTS.some((known) => known === name)) {
      walked.findings.push(
        errorAt(position, {
          code: 'composant-inconnu',
          message: `le composant <${name}> n’existe pas`,
          fix: didYouMean(name, COMPONENTS),
        }),
      );
    }
    const report = (text: FindingText): void => void walked.findings.push(errorAt(position, text));
    if (name === 'Exercice') {
      if (place.parent !== undefined) report(MISPLACED_EXERCISE);
      else if (exercisesOnSlide > 0) report(SECOND_EXERCISE);
      exercisesOnSlide += 1;
      return { parent: name, exercise: { index: walked.exercises.push(position) - 1, solution: false } };
    }
    if (name === 'Indice' && place.exercise === undefined) report(ORPHAN_HINT);
    if (name !== 'Solution') return { ...place, parent: name };
    if (place.exercise === undefined || place.parent !== 'Exercice') {
      report(ORPHAN_SOLUTION);
      return { ...place, parent: name };
    }
    if (solved.has(place.exercise.index)) report(SECOND_SOLUTION);
    solved.add(place.exercise.index);
    return { parent: name, exercise: { ...place.exercise, solution: true } };
  };
  for (const node of tree.children) {
    if (node.type === 'thematicBreak') {
      closeSlide();
      start = positionOf(node);
    } else if (node.type !== 'yaml') visit(node, {});
  }
  closeSlide();
  return walked;
}

function lacking(node: RootContent & { readonly name: string | null }, position: Position): Finding[] {
  const name = node.name ?? '';
  const attribute = REQUIRED.get(name);
  if (attribute === undefined || (textAttributes(node).get(attribute) ?? '').trim() !== '') return [];
  const message = `<${name}> n’a pas de ${attribute}`;
  return [errorAt(position, { code: 'composant-incomplet', message, fix: `écrivez <${name} ${attribute}="…">` })];
}

const MISPLACED_EXERCISE: FindingText = {
  code: 'exercice-deplace',
  message: 'un exercice se place directement sur sa diapositive, dans aucun autre composant',
  fix: 'sortez <Exercice> de ce qui l’entoure',
};
const SECOND_EXERCISE: FindingText = {
  code: 'exercice-double',
  message: 'cette diapositive a déjà un exercice',
  fix: 'séparez les deux par une ligne « --- »',
};
const ORPHAN_SOLUTION: FindingText = {
  code: 'solution-orpheline',
  message: '<Solution> se place directement dans un <Exercice>',
  fix: 'placez-la dans l’exercice qu’elle résout, à côté de l’énoncé',
};
const SECOND_SOLUTION: FindingText = {
  code: 'solution-double',
  message: 'cet exercice a déjà une <Solution>',
  fix: 'réunissez-les en une seule',
};
const ORPHAN_HINT: FindingText = {
  code: 'indice-orphelin',
  message: '<Indice> ne vit que dans un <Exercice>',
  fix: 'placez-le dans l’exercice qu’il aide à résoudre',
};
