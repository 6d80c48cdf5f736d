import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri';
import type { Lesson } from '../lesson/types.ts';
import { element } from './element.ts';

type Block = MdxJsxFlowElement['children'][number];
type Heading = Extract<Block, { type: 'heading' }>;

/**
 * Wraps what stands between thematic breaks in `<Slide index>`, turns its headings into `<Titre>`, and takes each
 * `<Solution>` out of its exercise into `<Corrige>`, which a page folds and a deck gives a slide of its own. An
 * exercise's checks run a second time after the solution: `<Snippet id apres="oui">` at its end.
 * The author's `<Fragment>` becomes `<Etape>`: Astro keeps the other name for itself.
 */
export const slidesPlugin = (lessonOf: (url: URL) => Lesson) =>
  defineMdastPlugin({
    name: 'orchestre-slides',
    before(root, ctx) {
      if (ctx.fileURL === undefined) return;
      const lesson = lessonOf(ctx.fileURL);
      let exercise = -1;
      const slides = splitSlides(root.children as Block[]).flatMap((blocks, index) => {
        const solutions: MdxJsxFlowElement[] = [];
        const kept = blocks.map((block) => {
          if (block.type === 'heading') return heading(block, { index, blocks });
          if (!isComponent(block, 'Exercice')) return block;
          exercise += 1;
          const { statement, solution } = takeSolution(block);
          if (solution.length > 0) solutions.push(answer(lesson, { index, exercise, children: solution }));
          return statement;
        });
        const title = titleOf(blocks) === undefined ? 'herite' : 'propre';
        return [element('Slide', { index: String(index), titre: title }, kept), ...solutions];
      });
      ctx.replaceNode(root, { type: 'root', children: slides as never[] });
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
  const solution = children.filter((child) => isComponent(child, 'Solution')).flatMap((each) => each.children as Block[]);
  const statement = children.filter((child) => !isComponent(child, 'Solution'));
  return { statement: { ...element('Exercice', {}, statement as never[]), attributes: exercise.attributes }, solution };
}

function answer(lesson: Lesson, at: { index: number; exercise: number; children: Block[] }): MdxJsxFlowElement {
  const checks = lesson.snippets
    .filter(({ attributes, exercise }) => attributes.check && exercise?.index === at.exercise)
    .map(({ id }) => element('Snippet', { id, apres: 'oui' }));
  return element('Corrige', { index: String(at.index), exercice: String(at.exercise) }, [
    ...at.children,
    ...checks,
  ] as never[]);
}
