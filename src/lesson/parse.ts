import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { assemble } from './assemble.ts';
import { definitionsIn } from './definitions.ts';
import { errorAt } from './finding.ts';
import { readFrontMatter } from './front-matter.ts';
import { measuresIn } from './measures.ts';
import { mdxReason } from './mdx-reason.ts';
import { proseFindings } from './prose.ts';
import type { ParsedLesson } from './types.ts';
import { walk } from './walk.ts';

/**
 * The last reading of each lesson: loader, checks, site and verifier ask for the same text many times in a process.
 * What was read is never changed, so that nobody can tell.
 */
const readings = new Map<string, { source: string; parsed: ParsedLesson }>();

/**
 * Reads one lesson. Never throws for what an author wrote: what is wrong becomes findings, all of them at once.
 * @param source the MDX; Windows line endings are accepted
 * @param file its path from the project's root, as `content/04-pods/lecon.mdx`
 */
export function parseLesson(source: string, file: string): ParsedLesson {
  const known = readings.get(file);
  if (known?.source === source) return known.parsed;
  const parsed = parse(source.replaceAll('\r\n', '\n').replace(/^\uFEFF/, ''), file);
  readings.set(file, { source, parsed });
  return parsed;
}

function parse(text: string, file: string): ParsedLesson {
  const tree = readTree(text, file);
  if ('findings' in tree) return tree;
  const matter = tree.children[0]?.type === 'yaml' ? tree.children[0].value : undefined;
  const { meta, findings: metaFindings } = readFrontMatter(matter, file);
  const walked = walk(tree, { file, source: text.split('\n'), title: meta?.titre ?? '' });
  const { snippets, diagrams, findings } = assemble(walked);
  const [, digits, slug] = /(?:^|\/)(\d+)-([^/]+)\/[^/]+$/.exec(file) ?? [];
  const prose = proseFindings(tree, { file, source: text.split('\n') });
  const all = [...metaFindings, ...walked.findings, ...findings, ...prose];
  const read = { source: text, tree, definitions: definitionsIn(tree) };
  if (meta === undefined) return { text: read, findings: all };
  const { slides } = walked;
  return {
    text: read,
    lesson: {
      slug: slug ?? file,
      number: Number(digits ?? 0),
      file,
      meta,
      slides,
      snippets,
      diagrams,
      measures: measuresIn(tree, file),
    },
    findings: all,
  };
}

function readTree(source: string, file: string): Root | ParsedLesson {
  try {
    return mdxToMdast(source) as Root;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', reason = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    const place = { file, line: Number(line), column: Number(column) };
    return { findings: [errorAt(place, { code: 'mdx-illisible', ...mdxReason(reason) })] };
  }
}
