import type { Nodes, Root } from 'mdast';

/** Words a minute of French prose on a technical subject, read to be understood. */
const WORDS = 200;
/** Seconds a line of code and a line of what it printed take. */
const CODE_LINE = 3;
const OUTPUT_LINE = 1;

/** @returns how long a lesson's page takes to read, in whole minutes, its speaker notes left out; 1 at least */
export function readingMinutes(tree: Root): number {
  return Math.max(1, Math.round(secondsOf(tree) / 60));
}

function secondsOf(node: Nodes): number {
  if (node.type === 'code') {
    const perLine = node.lang === 'output' ? OUTPUT_LINE : node.lang === 'mermaid' ? 0 : CODE_LINE;
    return node.value.split('\n').length * perLine;
  }
  if (node.type === 'text' || node.type === 'inlineCode') {
    return (node.value.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0) * (60 / WORDS);
  }
  if (!('children' in node) || ('name' in node && node.name === 'Notes')) return 0;
  return node.children.reduce((sum, child) => sum + secondsOf(child), 0);
}
