import { base } from 'virtual:orchestre';

/**
 * An address inside the site, under its base path.
 * @param path from the site's root, as `pods/diapos/`; empty for the home page
 */
export function address(path = ''): string {
  return `${base.replace(/\/$/, '')}/${path}`;
}
