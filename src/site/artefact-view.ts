import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureSize, textOf } from '../artefact/format.ts';
import type { PictureSize } from '../artefact/picture-size.ts';
import type { Snippet } from '../lesson/types.ts';
import type { Proof } from '../proof/types.ts';
import { typeset } from '../typography/typeset.ts';
import { type OutputView, outputView } from './output-view.ts';

/** A file that a snippet made, as page and deck show it. */
export interface ArtefactView {
  readonly name: string;
  /** Under the lesson's address: `artefacts/carte.3f2a….png`; it tells the content, so that a browser may keep it. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly content: Buffer;
  /** Of a picture. */
  readonly size?: PictureSize;
  /** Of a text. */
  readonly text?: OutputView;
}

/**
 * @param snippet one that keeps a file
 * @param proof of its step
 * @param folder absolute path of its lesson's proof, which was read whole
 * @returns what to show of the file; nothing where no run has made it
 */
export async function artefactView(
  { attributes }: Snippet,
  proof: Proof | undefined,
  folder: string,
): Promise<ArtefactView | undefined> {
  const [kept] = proof !== undefined && 'record' in proof ? proof.record.artefacts : [];
  if (kept === undefined) return undefined;
  const { name, file } = kept;
  const content = await readFile(join(folder, file));
  const size = pictureSize(name, content);
  const text = size === undefined ? outputView(textOf(content) ?? '') : undefined;
  return {
    name,
    path: `artefacts/${file}`,
    alt: typeset(attributes.alt ?? name),
    content,
    ...(size === undefined ? {} : { size }),
    ...(text === undefined ? {} : { text }),
  };
}
