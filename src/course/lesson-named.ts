import { didYouMean } from '../lesson/did-you-mean.ts';

/**
 * @param known lessons, readable or not
 * @param name as a user types it: `pods`, `04-pods`, `content/04-pods/` or `content/04-pods/lecon.mdx`
 * @returns the lesson of that name
 * @throws what `refuse` makes of the reason: no lesson has it, and which is meant perhaps
 */
function lessonNamed<Known extends { readonly file: string }>(
  known: readonly Known[],
  name: string,
  refuse: (reason: string) => Error,
): Known {
  const bare = slugOf(name);
  const found = known.find(({ file }) => slugOf(file) === bare);
  if (found !== undefined) return found;
  const slugs = known.map(({ file }) => slugOf(file));
  throw refuse(`aucune leçon ne s’appelle « ${name} » → ${didYouMean(bare, slugs)}`);
}

/**
 * @param names as a user types them; all lessons where there are none
 * @returns the lessons of those names, in the course's order
 * @throws as `lessonNamed`
 */
export function lessonsNamed<Known extends { readonly file: string }>(
  known: readonly Known[],
  names: readonly string[],
  refuse: (reason: string) => Error,
): readonly Known[] {
  if (names.length === 0) return known;
  const wanted = new Set(names.map((name) => lessonNamed(known, name, refuse)));
  return known.filter((lesson) => wanted.has(lesson));
}

function slugOf(name: string): string {
  return name
    .replace(/^content\//, '')
    .replace(/\/(lecon\.mdx)?$/, '')
    .replace(/^\d+-/, '');
}
