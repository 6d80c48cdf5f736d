import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { frenchReveal } from '../site/reveal-french.ts';

const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** @returns the hashes of the scripts that stand in an HTML text */
export function inlineHashes(html: string): string[] {
  return [...html.matchAll(INLINE)].map(([, script = '']) => hashOf(script));
}

/**
 * The speaker view is written into an empty window, which takes over the policy of the deck that opened it.
 * @returns the hashes of its scripts
 * @throws when a new version of reveal.js writes it otherwise
 */
export async function speakerViewHashes(): Promise<string[]> {
  const file = new URL(import.meta.resolve('reveal.js/plugin/notes'));
  const code = frenchReveal(await readFile(file, 'utf8'), 'notes');
  const literal = /document\.write\(("(?:[^"\\]|\\.)*")\)/.exec(code)?.[1];
  if (literal === undefined) throw new Error('reveal.js’ speaker view is not where it was');
  return inlineHashes(runInNewContext(literal) as string);
}

/**
 * @param host that the page was asked at
 * @param scripts what may run besides the site's own files: hashes of the scripts that stand in it
 * @returns what the page may load and run: its own site, and the bridge
 */
export function contentPolicy(host: string, scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
