import type { ShellCommand, ShellFacts, ShellWord } from '../../shell/facts.ts';
import { optionsOf, optionValues } from '../../shell/words.ts';

const ADDRESS = /^https?:\/\//;
/** Names that no public server has (RFC 2606, RFC 6762, RFC 8375), and those inside a cluster. */
const PRIVATE = /(?:^|\.)(?:localhost|local|svc|internal|test|example|invalid|arpa)$/;
const NUMERIC = /^[\d.]+$|^\[/;
/** `x=https://…`: what a command then downloads by its name. */
const ASSIGNED = /(?:^|[\s;&|(])\w+=(["']?)(https?:\/\/[^\s"';&|)]+)\1/g;

/**
 * The addresses that commands of this host download or apply: `curl`, `wget`, and `kubectl … -f` or `-k`. A service of
 * the lesson's own (one word, an IP, `.localhost`…) is no download.
 * @param code that the facts were read from
 */
export function addressesInShell({ commands }: ShellFacts, code: string): ShellWord[] {
  const named = commands.flatMap(addressesOf).filter(({ text }) => isPublic(text));
  const assigned = [...code.matchAll(ASSIGNED)].map((match) => {
    const [whole, , text = ''] = match;
    return { text, literal: !text.includes('$'), pos: match.index + whole.indexOf(text) };
  });
  const downloads = commands.some(
    ({ name, words }) => mayDownload(name) && words.some(({ text }) => text.includes('$')),
  );
  return [...named, ...(downloads ? assigned.filter(({ text }) => isPublic(text)) : [])];
}

function mayDownload({ text }: ShellWord): boolean {
  return ['curl', 'wget', 'kubectl'].includes(text);
}

function addressesOf({ name, words }: ShellCommand): ShellWord[] {
  if (name.text === 'curl' || name.text === 'wget') {
    const [urls, others] = [optionValues(words, ['--url']), optionsOf(words)];
    return [...urls, ...others.filter(({ text }, index) => ADDRESS.test(text) && !takesText(words[index - 1]))];
  }
  if (name.text !== 'kubectl') return [];
  const files = optionValues(words, ['-f', '--filename', '-k', '--kustomize']);
  return files.filter(({ text }) => ADDRESS.test(text));
}

/** Options of curl and wget whose value may be an address that nothing is fetched from. */
function takesText(word: ShellWord | undefined): boolean {
  return /^(-[HdxeA]|--(header|data\S*|proxy|referer|user-agent|url))$/.test(word?.text ?? '');
}

function isPublic(address: string): boolean {
  const host = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(address)?.[1] ?? '';
  // A host that is computed is the lesson's own: an address of a Pod or a node.
  return host.includes('.') && !host.includes('$') && !PRIVATE.test(host) && !NUMERIC.test(host);
}
