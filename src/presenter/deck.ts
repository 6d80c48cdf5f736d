import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { BRIDGE_PATH } from './protocol.ts';
import { proofFolder, readProof, type StoreOptions } from '../proof/store.ts';

/** A lesson's deck as it was built. */
export interface Deck {
  readonly lesson: Lesson;
  /** Of the built file and of the proof that it shows: what the server runs is what the class sees. */
  readonly hash: string;
  /** Its file, from the site's folder. */
  readonly file: string;
  readonly seal: string;
}

/**
 * @param folder of the built site, absolute
 * @returns the decks that are there, by slug
 */
export async function builtDecks(course: Course, folder: string, options: StoreOptions): Promise<Map<string, Deck>> {
  const decks = new Map<string, Deck>();
  for (const lesson of course.lessons) {
    const file = join(lesson.slug, 'diapos', 'index.html');
    const html = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    const proof = await readProof(proofFolder(course.root, lesson, options));
    if (html === undefined || typeof proof !== 'object') continue;
    decks.set(lesson.slug, { lesson, file, seal: proof.seal, hash: deckHash(html, proof.seal) });
  }
  return decks;
}

/** @returns what a deck is known by */
export function deckHash(html: string, seal: string): string {
  return createHash('sha256').update(html).update('\n').update(seal).digest('hex');
}

/**
 * A deck with the bridge's scripts, which no published one has. The first comes before all else: it takes the token out
 * of the address.
 */
export function withBridge(html: string, { slug, hash }: { readonly slug: string; readonly hash: string }): string {
  const first = `<script src="${BRIDGE_PATH}/early.js"></script>`;
  const last = `<link rel="stylesheet" href="${BRIDGE_PATH}/live.css"><script type="module" src="${BRIDGE_PATH}/live.js" data-lecon="${slug}" data-preuve="${hash}"></script>`;
  return html.replace(/<head>/, (head) => head + first).replace(/<\/head>/, (end) => last + end);
}
