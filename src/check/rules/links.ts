import type { Nodes } from 'mdast';
import { SITE_PAGES } from '../../course/pages.ts';
import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Finding, Lesson } from '../../lesson/types.ts';
import { anchorOf, anchorsOf, snippetAnchor } from '../../lesson/anchors.ts';
import type { Rule } from '../rule.ts';
import type { Reading } from '../reading.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import { eachNode, placeOfNode, textAttributes } from '../../lesson/tree.ts';

/** A page's anchors, or `any` where they are the page's own business. */
type Site = ReadonlyMap<string, ReadonlySet<string> | 'any'>;

/** Links from a lesson into the course name a page that exists, and an anchor that this page has. */
export const links: Rule = ({ readings }) => {
  const site = siteOf(readings);
  return readings.flatMap(({ lesson, tree }) => {
    const findings: Finding[] = [];
    const pictured = new Set<string>();
    eachNode(tree, (node) => void (node.type === 'imageReference' && pictured.add(node.identifier)));
    eachNode(tree, (node) => {
      if (node.type === 'definition' && pictured.has(node.identifier)) return;
      const url = urlOf(node);
      if (url === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return;
      const problem = findProblem(url, { site, slug: lesson.slug });
      if (problem !== undefined) findings.push(errorAt(placeOfNode(node, lesson.file), problem));
    });
    return findings;
  });
};

function urlOf(node: Nodes): string | undefined {
  return node.type === 'link' || node.type === 'definition' ? node.url : textAttributes(node).get('href');
}

function findProblem(url: string, { site, slug }: { site: Site; slug: string }): FindingText | undefined {
  const { pathname, hash } = new URL(url, `http://cours/${slug}/`);
  const page = decode(pathname);
  const anchors = site.get(page);
  if (anchors === undefined) {
    const fix = didYouMean(page, [...site.keys()].filter(isPage), 'corrigez l’adresse, ou écrivez cette leçon d’abord');
    return { code: 'lien-rompu', message: `le lien « ${url} » ne mène à aucune page du cours`, fix };
  }
  const anchor = decode(hash.slice(1));
  if (anchor === '' || anchors === 'any' || anchors.has(anchor)) return undefined;
  const fix = didYouMean(anchor, [...anchors], 'corrigez ce qui suit « # », ou retirez-le');
  return { code: 'ancre-inconnue', message: `la page ${page} n’a pas d’ancre « ${anchor} »`, fix };
}

/** Proposing every deck and file would drown the pages. */
function isPage(path: string): boolean {
  return !/\/(diapos|fichiers)\//.test(path);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function siteOf(readings: readonly Reading[]): Site {
  const lessons = readings.flatMap(({ lesson }) => pagesOf(lesson));
  return new Map<string, ReadonlySet<string> | 'any'>([
    ...SITE_PAGES.map((page): [string, 'any'] => [`/${page}`, 'any']),
    ['/glossaire/', new Set(readings.flatMap(termsOf).map(anchorOf))],
    ...lessons,
  ]);
}

function pagesOf(lesson: Lesson): [string, ReadonlySet<string>][] {
  const anchors = anchorsOf(lesson);
  const slides = anchors.map(({ slide }) => slide);
  const snippets = lesson.snippets.map(({ id }) => snippetAnchor(id));
  const files = lesson.snippets.flatMap(({ attributes: { file } }) => (file === undefined ? [] : [file]));
  return [
    [`/${lesson.slug}/`, new Set(['objectifs', ...anchors.map(({ section }) => section), ...slides, ...snippets])],
    [`/${lesson.slug}/diapos/`, new Set([...slides, ...slides.map((slide) => `${slide}-solution`)])],
    ...files.map((file): [string, ReadonlySet<string>] => [`/${lesson.slug}/fichiers/${file}`, new Set()]),
  ];
}

function termsOf({ tree }: Reading): string[] {
  const terms: string[] = [];
  eachNode(tree, (node) => {
    if ('name' in node && node.name === 'Definition') terms.push(textAttributes(node).get('terme') ?? '');
  });
  return terms;
}
