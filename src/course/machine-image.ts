/**
 * What a machine is made of: Docker's own engine in a container, with the bash and curl that its Alpine lacks. Given to
 * readers too.
 * @param base as `docker:26-dind`
 */
export function dockerfileOf(base: string): string {
  return `FROM ${base}\nRUN command -v bash && command -v curl || apk add --no-cache bash curl\n`;
}

/** @returns the name of the image that is built of it, as `orchestre-vagrantbox:26-dind` */
export function imageNameOf(base: string): string {
  return `orchestre-vagrantbox:${base.split(':').at(-1) ?? 'latest'}`;
}
