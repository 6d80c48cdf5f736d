/** The site's own pages, besides those of its lessons: paths from its root, with a slash at their end. */
export const SITE_PAGES: readonly string[] = [
  '',
  'preparer/',
  'glossaire/',
  'commandes/',
  'aide-memoire/',
  'verification/',
];
