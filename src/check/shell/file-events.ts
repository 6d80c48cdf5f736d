import type { ShellCommand, ShellFacts, ShellWord } from './facts.ts';
import { plainReads } from './readers.ts';
import { optionValues, positionals } from './words.ts';
import { writesFile } from './read-only.ts';

/** Something that happens to a file of the lesson's work directory. */
export type FileEvent =
  /** A command reads it: it has to be there. */
  | { readonly kind: 'read'; readonly path: string; readonly pos: number }
  /** It is there afterwards; with `inside`, so may be anything below it. */
  | { readonly kind: 'write'; readonly path: string; readonly pos: number; readonly inside: boolean }
  /** Paths may mean something else afterwards: nothing more can be said. */
  | { readonly kind: 'lost'; readonly pos: number };

/** A path in the work directory: no variable, no glob, no option, no address, nothing absolute. */
const RELATIVE = /^(?![-/~])(?!.*:\/\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./@+-]+$/;

/** Commands whose operands are files that they read. */
const READERS = new Set(['cat', 'head', 'tail', 'wc', 'diff', 'less', 'source', '.', 'bash', 'sh']);
const READERS_VALUED = new Set(['-n', '-c', '-o', '--lines', '--bytes']);
/** Commands after which anything may be anywhere. */
const ANYTHING = new Set(['cd', 'pushd', 'popd', 'eval', 'tar', 'unzip', 'make']);
/** Commands that make local files with `cp` only. */
const COPIERS = new Set(['kubectl', 'docker']);

const KUBECTL_VALUED = new Set(['-n', '--namespace', '--context', '--kubeconfig']);
/** `-f` is `--follow` there. */
const FOLLOWS = new Set(['logs', 'log']);

/** @returns what a `bash` fence does with files, in the order of its text */
export function fileEvents(facts: ShellFacts): FileEvent[] {
  const redirects = facts.redirects
    .filter(({ operator, target }) => operator !== '<&' && operator !== '>&' && isRelative(target))
    .map((redirect) => (writesFile(redirect) ? write(redirect.target, true) : read(redirect.target)));
  return [...facts.commands.flatMap(eventsOf), ...redirects].sort((a, b) => a.pos - b.pos);
}

/** @returns the path as other mentions of the same file have it: without `./` in front and `/` behind */
export function normalise(path: string): string {
  return path.replace(/^(\.\/+)+/, '').replace(/\/+$/, '') || '.';
}

function read({ text, pos }: ShellWord): FileEvent {
  return { kind: 'read', path: normalise(text), pos };
}

function write({ text, pos }: ShellWord, inside: boolean): FileEvent {
  return { kind: 'write', path: normalise(text), pos, inside };
}

function eventsOf({ name, words }: ShellCommand): FileEvent[] {
  if (ANYTHING.has(name.text)) return [{ kind: 'lost', pos: name.pos }];
  const reads = readsOf(name, words).filter(isRelative);
  if (leavesNothing(name.text, words)) return reads.map(read);
  // Whatever such a command names, it may well have made: better no finding than a false one.
  const made = words.flatMap(mentions).filter((word) => isRelative(word) && !reads.some(({ pos }) => pos === word.pos));
  return [...reads.map(read), ...made.map((word) => write(word, name.text !== 'mkdir'))];
}

function leavesNothing(name: string, words: readonly ShellWord[]): boolean {
  if (COPIERS.has(name)) return !words.some(({ text }) => text === 'cp');
  return READERS.has(name) || plainReads(name, words) === true;
}

function readsOf(name: ShellWord, words: readonly ShellWord[]): ShellWord[] {
  const operands = positionals(words, READERS_VALUED);
  if (name.text === 'bash' || name.text === 'sh')
    return words.some(({ text }) => /^-\w*c$/.test(text)) ? [] : operands.slice(0, 1);
  if (READERS.has(name.text)) return operands;
  if (name.text === 'cp' || name.text === 'mv') return operands.slice(0, -1);
  if (name.literal && /^\.\/|\.sh$/.test(name.text)) return [name];
  if (name.text === 'kubectl') return kubectlReads(words);
  if (name.text === 'helm') return optionValues(words, ['-f', '--values']);
  if (name.text === 'docker') return dockerReads(words);
  return [];
}

function kubectlReads(words: readonly ShellWord[]): ShellWord[] {
  const verb = positionals(words, KUBECTL_VALUED)[0]?.text ?? '';
  if (FOLLOWS.has(verb)) return [];
  const files = optionValues(words, ['-f', '--filename', '-k', '--kustomize', '--from-env-file', '--patch-file']);
  const keyed = optionValues(words, ['--from-file']).map((word) => {
    const path = word.text.replace(/^[^=]*=/, '');
    return { ...word, text: path, pos: word.pos + word.text.length - path.length };
  });
  return [...files.flatMap(separated), ...keyed];
}

function dockerReads(words: readonly ShellWord[]): ShellWord[] {
  if (words[0]?.text === 'compose') return optionValues(words, ['-f', '--file']);
  if (words[0]?.text === 'stack') return optionValues(words, ['-c', '--compose-file']);
  return [];
}

/** `-f a.yaml,b.yaml` */
function separated(word: ShellWord): ShellWord[] {
  let pos = word.pos;
  return word.text.split(',').map((text) => {
    const part = { ...word, text, pos };
    pos += text.length + 1;
    return part;
  });
}

/** The words that a command may take for a path: itself, what stands behind `=` in it, the last part of an address. */
function mentions(word: ShellWord): ShellWord[] {
  const equals = word.text.indexOf('=');
  const value = word.text.slice(equals + 1);
  const last = /:\/\/.*\/([^/?]+?)(?:\.git)?$/.exec(value)?.[1];
  if (last !== undefined) return [{ ...word, text: last }];
  return equals === -1 ? [word] : [{ ...word, text: value, pos: word.pos + equals + 1 }];
}

function isRelative({ text, literal }: ShellWord): boolean {
  return literal && RELATIVE.test(text);
}
