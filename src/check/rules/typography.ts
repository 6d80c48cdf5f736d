import type { Nodes } from 'mdast';
import { isScalar, visit } from 'yaml';
import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Position } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { lineColumn } from '../place.ts';
import type { Reading } from '../reading.ts';
import { eachNode, placeOfNode, textAttributes } from '../../lesson/tree.ts';
import { readYamlStream } from '../yaml/stream.ts';
import { TYPOGRAPHY_RULES } from '../typography/signs.ts';
import { findWrongWords } from '../typography/words.ts';

/** Attributes of components that a reader sees as text. */
const READ_ATTRIBUTES = ['titre', 'terme', 'alt'];
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[^\s»]+/gi;

/** French typography of what is read as prose: text, titles, the front matter, alternatives of drawings; never code. */
export const typography: Rule = ({ readings }) => readings.flatMap((reading) => prosesOf(reading).flatMap(faultsOf));

function faultsOf({ text, placeOf }: Prose): Finding[] {
  // Filled, so that no rule sees inside an address and no offset moves.
  const visible = text.replace(ADDRESS, (address) => '\uE000'.repeat(address.length));
  const signs = TYPOGRAPHY_RULES.flatMap((rule) =>
    [...visible.matchAll(rule.pattern)].map(({ 0: match, index }) => {
      const message = match.trim() === '' ? rule.message : `${rule.message} : ${match.trim()}`;
      return errorAt(placeOf(index), { code: rule.code, message, fix: `écrivez ${rule.instead(match)}` });
    }),
  );
  const words = findWrongWords(visible).map(({ code, message, right, wrong, index }) =>
    errorAt(placeOf(index), { code, message: `${message} : ${wrong}`, fix: `écrivez « ${right} »` }),
  );
  return [...signs, ...words];
}

/** A piece of prose, and the place in the lesson of an offset in it. */
interface Prose {
  readonly text: string;
  readonly placeOf: (offset: number) => Position;
}

function prosesOf({ lesson, source, tree }: Reading): Prose[] {
  const { file } = lesson;
  const kept = lesson.snippets.map(({ attributes, position }) => ({ alt: attributes.alt ?? '', position }));
  const proses: Prose[] = [...lesson.diagrams, ...kept].map(({ alt, position }) => ({
    text: alt,
    placeOf: () => position,
  }));
  eachNode(tree, (node) => {
    if (node.type === 'text') proses.push(textOf(node, { file, source }));
    else if (node.type === 'yaml') proses.push(...frontMatterOf(node.value, file));
    else {
      const attributes = textAttributes(node);
      for (const name of READ_ATTRIBUTES)
        proses.push({ text: attributes.get(name) ?? '', placeOf: () => placeOfNode(node, file) });
    }
  });
  return proses.filter(({ text }) => text !== '');
}

/** The text as written: with its escapes and line prefixes, so that offsets are the lesson's. */
function textOf(node: Nodes, { file, source }: { file: string; source: string }): Prose {
  const { start, end } = node.position ?? { start: { line: 1, column: 1, offset: 0 }, end: { offset: 0 } };
  const text = source.slice(start.offset, end.offset);
  return {
    text,
    placeOf: (offset) => {
      const { line, column } = lineColumn(text, offset);
      return { file, line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column };
    },
  };
}

/** Every text of the front matter; it begins on the file's second line. */
function frontMatterOf(yaml: string, file: string): Prose[] {
  const { documents, placeOf } = readYamlStream(yaml);
  const proses: Prose[] = [];
  for (const { document } of documents)
    visit(document, {
      Scalar: (key, scalar) => {
        if (key === 'key' || !isScalar(scalar) || typeof scalar.value !== 'string') return;
        const { line, column } = placeOf(scalar.range?.[0] ?? 0);
        proses.push({ text: scalar.value, placeOf: () => ({ file, line: line + 1, column }) });
      },
    });
  return proses;
}
