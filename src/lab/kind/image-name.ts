/**
 * The name by which containerd knows an image, as Docker's rules read what an author writes.
 * @returns `docker.io/library/nginx:1.30` for `nginx:1.30`
 */
export function canonicalImage(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const path = hasHost ? image : rest.length > 0 ? `docker.io/${image}` : `docker.io/library/${image}`;
  const last = path.slice(path.lastIndexOf('/'));
  return last.includes(':') || last.includes('@') ? path : `${path}:latest`;
}
