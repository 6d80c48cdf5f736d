import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import { eachNode, placeOfNode, textAttributes } from '../lesson/tree.ts';
import type { Position } from '../lesson/types.ts';

/** An address outside the course, as it is written there. */
export interface InternetLink {
  readonly address: string;
  readonly position: Position;
}

/** With a scheme, or with the page's own. */
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** What a reader opens on his own machine, behind a tunnel that he started. */
const OWN_MACHINE = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?![\w.])/i;

/**
 * Every link to the internet of a course: those of its lessons, from which the glossary and the index of commands are
 * made, the addresses that lessons download, and the repository.
 * @param course as loaded; a lesson whose front matter is wrong has its links all the same
 * @returns them by file, in the order in which they stand there
 */
export function internetLinksOf({ meta, downloads, sources }: Course): InternetLink[] {
  const lessons = [...sources].filter(([file]) => file.endsWith('.mdx'));
  const files: [string, string[]][] = [
    ['content/cours.yaml', meta.depot === undefined ? [] : [meta.depot]],
    ['content/telechargements.yaml', downloads.map(({ adresse }) => adresse)],
  ];
  return [
    ...lessons.flatMap(([file, source]) => linksIn(parseLesson(source, file).text?.tree, file)),
    ...files.flatMap(([file, addresses]) => addresses.map((address) => placed(address, file, sources.get(file) ?? ''))),
  ];
}

/** @returns the links of a lesson's text that lead out of the course, what Markdown did not take for one included */
function linksIn(tree: Root | undefined, file: string): InternetLink[] {
  const links: InternetLink[] = [];
  if (tree === undefined) return links;
  eachNode(tree, (node) => {
    const address = addressOf(node);
    for (const each of address === undefined ? brokenIn(node) : [address])
      if (OUTSIDE.test(each) && !OWN_MACHINE.test(each))
        links.push({ address: each, position: placeOfNode(node, file) });
  });
  return links;
}

function addressOf(node: Nodes): string | undefined {
  return node.type === 'link' || node.type === 'definition' ? node.url : textAttributes(node).get('href');
}

/** An address with a space makes no link: Markdown leaves its brackets in the paragraph's text. */
function brokenIn(node: Nodes): string[] {
  if (node.type !== 'paragraph') return [];
  const text = node.children
    .map((child) => ('value' in child && child.type !== 'text' ? '' : toString(child)))
    .join('');
  return [...text.matchAll(/\]\(([^\s)]+\s[^)]*)\)/g)].map(([, address = '']) => address);
}

function placed(address: string, file: string, source: string): InternetLink {
  const line = source.split('\n').findIndex((each) => each.includes(address)) + 1;
  return { address, position: { file, line: Math.max(line, 1), column: 1 } };
}
