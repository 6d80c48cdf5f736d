/** The part of pagefind's API that is used. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  /** Nothing where another search has begun meanwhile. */
  debouncedSearch(term: string, options: object, delay: number): Promise<Found | null>;
}

interface Found {
  readonly results: readonly { readonly score: number; data(): Promise<Page> }[];
}

interface Page {
  readonly meta: Readonly<Record<string, string>>;
  readonly url: string;
  readonly sub_results: readonly Part[];
}

/** What stands between two headings of a page. */
interface Part {
  readonly title: string;
  readonly url: string;
  /** HTML: escaped but for `<mark>`. */
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/** A slide, or an entry of the glossary or of the index, that holds what was looked for. */
export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly place: string;
  readonly excerpt: string;
}

const PAGES = 12;
const SHOWN = 12;

/** What ended the sentence before an excerpt. */
const LEADING = /^[\s:;,.!?…»)]+/;

/**
 * @returns the slides and entries that answer best: the first of each page weighs what its page does, another one less,
 * as its words do, those of titles before those of prose
 */
export async function hitsOf({ results }: Found): Promise<Hit[]> {
  const pages = await Promise.all(
    results.slice(0, PAGES).map(async (result) => ({ score: result.score, page: await result.data() })),
  );
  const hits = pages.flatMap(({ score, page: { meta, sub_results: parts } }) => {
    const best = Math.max(...parts.map(weightOf));
    return parts.map((part) => ({
      hit: { url: part.url, title: part.title, place: meta['place'] ?? '', excerpt: part.excerpt.replace(LEADING, '') },
      weight: (score * weightOf(part)) / best,
    }));
  });
  return hits
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHOWN)
    .map(({ hit }) => hit);
}

const weightOf = ({ weighted_locations: words }: Part): number =>
  words.reduce((sum, { balanced_score: score }) => sum + score, 0);
