import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri';
import type { Lesson } from '../lesson/types.ts';
import { openingSlides } from '../site/opening-slides.ts';
import { element } from './element.ts';
import { slideLoad } from './slide-load.ts';

type Block = MdxJsxFlowElement['children'][number];
type Heading = Extract<Block, { type: 'heading' }>;

/**
 * Wraps what stands between thematic breaks in `<Slide>`, turns its headings into `<Titre>`, and takes each
 * `<Solution>` out of its exercise into `<Corrige>`, which a page folds; its `<Partie>`s, one for each snippet, are
 * slides of their own in the deck. It has a slot of its own, and so has what follows the exercise, `<Suite>`: a page
 * has the solution between the two, a deck behind the slide. An exercise's checks run a second time after the solution: `<Snippet apres="oui">`.
 * Everything that is a slide in the deck bears its rank, behind the title slide and those of the front matter
 * (`<Ouverture>`), their total, and what it holds (`charge`), from which its sizes are made.
 * The author's `<Fragment>` becomes `<Etape>`: Astro keeps the other name for itself.
 */
export const slidesPlugin = (lesson: Lesson) =>
  defineMdastPlugin({
    name: 'orchestre-slides',
    before(root, ctx) {
      let exercise = -1;
      const slides = splitSlides(root.children as Block[]).map((blocks, index) => {
        const answers: MdxJsxFlowElement[] = [];
        const kept = blocks.map((block) => {
          if (block.type === 'heading') return heading(block, { index, blocks });
          if (!isComponent(block, 'Exercice')) return block;
          exercise += 1;
          const { statement, solution } = takeSolution(block);
          if (solution.length > 0) answers.push(answer(index, [...solution, ...checksOf(lesson, exercise)], lesson));
          return statement;
        });
        const titre = titleOf(blocks) === undefined ? 'herite' : 'propre';
        const children = answers.length === 0 ? kept : [...untilExercise(kept), ...answers, ...afterExercise(kept)];
        const charge = JSON.stringify(slideLoad([...kept]));
        return element('Slide', { index: String(index), titre, charge }, children as never[]);
      });
      ctx.replaceNode(root, {
        type: 'root',
        children: ranked(slides, 1 + openingSlides(lesson.meta).length) as never[],
      });
    },
    mdxJsxFlowElement(node, ctx) {
      if (node.name === 'Fragment') ctx.setProperty(node, 'name', 'Etape');
    },
    mdxJsxTextElement(node, ctx) {
      if (node.name === 'Fragment') ctx.setProperty(node, 'name', 'Etape');
    },
  });

function splitSlides(blocks: readonly Block[]): Block[][] {
  const slides: Block[][] = [[]];
  for (const block of blocks) {
    if ((block.type as string) === 'thematicBreak') slides.push([]);
    else slides.at(-1)?.push(block);
  }
  return slides;
}

/** The heading that stands on top of the slide: its `###`, or its `##` where it has none. */
function titleOf(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter((block) => block.type === 'heading');
  return headings.find(({ depth }) => depth === 3) ?? headings.find(({ depth }) => depth === 2);
}

function heading(node: Heading, { index, blocks }: { index: number; blocks: readonly Block[] }): MdxJsxFlowElement {
  const isTitle = titleOf(blocks) === node;
  const role = node.depth === 2 ? 'section' : isTitle ? 'titre' : 'intertitre';
  const attributes = { role, index: String(index), ...(isTitle ? { tete: 'oui' } : {}) };
  return element('Titre', attributes, node.children as never[]);
}

function isComponent(node: Block, name: string): node is MdxJsxFlowElement & Block {
  return node.type === 'mdxJsxFlowElement' && node.name === name;
}

function takeSolution(exercise: MdxJsxFlowElement): { statement: MdxJsxFlowElement; solution: Block[] } {
  const children = exercise.children as Block[];
  const solution = children
    .filter((child) => isComponent(child, 'Solution'))
    .flatMap((each) => each.children as Block[]);
  const statement = children.filter((child) => !isComponent(child, 'Solution'));
  return { statement: { ...element('Exercice', {}, statement as never[]), attributes: exercise.attributes }, solution };
}

function checksOf(lesson: Lesson, exercise: number): Block[] {
  return lesson.snippets
    .filter((snippet) => snippet.attributes.check && snippet.exercise?.index === exercise)
    .map(({ id }) => element('Snippet', { id, apres: 'oui' }) as Block);
}

function answer(slide: number, blocks: readonly Block[], lesson: Lesson): MdxJsxFlowElement {
  const parts: Block[][] = [];
  for (const step of stepsOf(blocks)) {
    const part = parts.at(-1);
    if (part !== undefined && linesIn([...part, ...step], lesson) <= ROOM) part.push(...step);
    else parts.push(step);
  }
  const index = String(slide);
  const children = parts.map((part, at) => {
    const charge = JSON.stringify(slideLoad(part));
    return element('Partie', { index, partie: String(at + 1), charge }, part);
  });
  return element('Corrige', { index, slot: 'corrige' }, children as never[]);
}

/** Each snippet of a solution with the words before it; what is behind the last one stays with it. */
function stepsOf(blocks: readonly Block[]): Block[][] {
  const steps: Block[][] = [[]];
  for (const [index, block] of blocks.entries()) {
    const done = steps.at(-1)?.some((before) => isComponent(before, 'Snippet')) === true;
    const more = blocks.slice(index).some((next) => isComponent(next, 'Snippet'));
    if (done && more && !isHidden(block)) steps.push([]);
    steps.at(-1)?.push(block);
  }
  return steps;
}

/** Lines of code, output and words that a solution's slide takes at a size that can be read from afar. */
const ROOM = 16;

/** What a deck does not show opens no slide of its own. */
const isHidden = (block: Block): boolean => isComponent(block, 'Lecture') || isComponent(block, 'Notes');

const idOf = (block: Block): string | undefined =>
  isComponent(block, 'Snippet')
    ? block.attributes.flatMap((each) =>
        each.type === 'mdxJsxAttribute' && each.name === 'id' ? [String(each.value)] : [],
      )[0]
    : undefined;

/** What a box takes besides its text, in lines. */
const BOX = 3;

/** A check is one command and its verdict. */
function linesIn(blocks: readonly Block[], lesson: Lesson): number {
  const lines = blocks.map((block) => {
    const snippet = lesson.snippets.find(({ id }) => id === idOf(block));
    if (snippet === undefined) return isHidden(block) ? 0 : 2;
    const code = snippet.attributes.check ? 1 : snippet.code.split('\n').length;
    return code + (snippet.expected?.text.split('\n').length ?? 0) + BOX;
  });
  return lines.reduce((sum, each) => sum + each, 0);
}

const endOfExercise = (blocks: readonly Block[]): number =>
  1 + blocks.findLastIndex((block) => isComponent(block, 'Exercice'));

const untilExercise = (blocks: readonly Block[]): Block[] => blocks.slice(0, endOfExercise(blocks));

function afterExercise(blocks: readonly Block[]): MdxJsxFlowElement[] {
  const rest = blocks.slice(endOfExercise(blocks));
  return rest.length === 0 ? [] : [element('Suite', { slot: 'suite' }, rest as never[])];
}

/** The same, with the rank of each slide of the deck and how many there are, behind those that open it. */
function ranked(slides: readonly MdxJsxFlowElement[], opening: number): MdxJsxFlowElement[] {
  let rank = opening;
  const partsOf = (node: MdxJsxFlowElement) =>
    (node.children as Block[]).filter((child) => isComponent(child, 'Corrige'));
  const total =
    opening + slides.reduce((sum, slide) => sum + 1 + partsOf(slide).flatMap(({ children }) => children).length, 0);
  const place = (node: MdxJsxFlowElement): MdxJsxFlowElement => {
    const attributes = element('', { rang: String((rank += 1)), total: String(total) }).attributes;
    return { ...node, attributes: [...attributes, ...node.attributes] };
  };
  const placeParts = (child: Block): Block =>
    isComponent(child, 'Corrige')
      ? { ...child, children: (child.children as MdxJsxFlowElement[]).map(place) as never[] }
      : child;
  const placedSlides = slides.map((slide) => {
    const placed = place(slide);
    return { ...placed, children: (placed.children as Block[]).map(placeParts) as never[] };
  });
  return [element('Ouverture', { total: String(total) }), ...placedSlides];
}
