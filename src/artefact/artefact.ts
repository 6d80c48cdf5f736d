/** A file that a snippet made and that is kept with its proof. */
export interface Artefact {
  /** As the author names it, relative to where the shell stands. */
  readonly name: string;
  readonly content: Buffer;
}
