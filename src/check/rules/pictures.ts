import { posix } from 'node:path';
import type { Definition, Nodes } from 'mdast';
import { errorAt, type FindingText } from '../../lesson/finding.ts';
import { eachNode, placeOfNode } from '../../lesson/tree.ts';
import type { Finding } from '../../lesson/types.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';

/** The file of each picture stands beside its lesson. */
export const pictures: Rule = ({ readings, course }) =>
  readings.flatMap((reading) => picturesOf(reading, course.assets));

function picturesOf({ lesson, tree }: Reading, assets: ReadonlySet<string>): Finding[] {
  const folder = posix.dirname(lesson.file);
  const definitions = new Map<string, Definition>();
  eachNode(tree, (node) => void (node.type === 'definition' && definitions.set(node.identifier, node)));
  const findings: Finding[] = [];
  eachNode(tree, (node) => {
    const url = urlOf(node, definitions);
    const fault = url === undefined ? undefined : faultOf(url, { folder, assets });
    if (fault !== undefined) findings.push(errorAt(placeOfNode(node, lesson.file), fault));
  });
  return findings;
}

function urlOf(node: Nodes, definitions: ReadonlyMap<string, Definition>): string | undefined {
  if (node.type === 'image') return node.url;
  if (node.type === 'imageReference') return definitions.get(node.identifier)?.url;
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'img'
    ? '<img>'
    : undefined;
}

function faultOf(
  url: string,
  { folder, assets }: { folder: string; assets: ReadonlySet<string> },
): FindingText | undefined {
  const code = 'image-absente';
  if (url === '<img>')
    return { code, message: '<img> ne trouve pas les fichiers de la leçon', fix: 'écrivez ![texte](fichier.png)' };
  const fix = 'posez le fichier à côté de lecon.mdx, et écrivez son nom : ![texte](fichier.png)';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url))
    return { code, message: `l’image « ${url} » n’est pas un fichier de la leçon`, fix };
  const path = posix.join(folder, decodeURI(url));
  if (assets.has(path)) return undefined;
  const near = [...assets].flatMap((each) => {
    const name = posix.relative(folder, each);
    return /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(name) && !/^(\.\.|diagrammes|preuve)\//.test(name) ? [name] : [];
  });
  return { code, message: `l’image « ${url} » n’est pas dans ${folder}`, fix: didYouMean(url, near, fix) };
}
