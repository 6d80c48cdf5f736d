import { lineColumn } from '../place.ts';
import { readShell, type ShellFacts, type ShellRedirect, type ShellWord } from '../../shell/facts.ts';
import { plainReads } from './readers.ts';
import { nameOf, toolReads } from './tools.ts';
import { wrappedCommand } from './wrappers.ts';

export type ReadOnly =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** The first command that may change something, as `kubectl apply` or `> fichier`. */
      readonly command: string;
      /** Its line and column in the code, from 1. */
      readonly position: { readonly line: number; readonly column: number };
    };

/** Where a redirection may go without leaving anything. */
const DEVICES = /^(\/dev\/(null|stdout|stderr|tty|fd\/\d+)|\d+-?|-)$/;

/**
 * Whether bash code only reads: every command in it, substitutions and functions included, must be in the allow-list,
 * and it redirects to no file. Variables and functions may be set. Whatever is not known is not allowed.
 * @param code bash; code that does not parse is not allowed
 * @param options `readonly`: the author vouches for what `kubectl exec` and `docker exec` run; `functions`: names of
 * functions from elsewhere that only read
 */
export function isReadOnly(
  code: string,
  options: { readonly?: boolean; functions?: ReadonlySet<string> } = {},
): ReadOnly {
  const facts = readShell(code);
  const offence = findOffence(facts, {
    readonly: options.readonly ?? false,
    functions: new Set([...facts.functions.keys(), ...(options.functions ?? [])]),
  });
  if (offence === undefined) return { ok: true };
  return { ok: false, command: offence.command, position: lineColumn(code, offence.pos) };
}

interface Offence {
  readonly command: string;
  readonly pos: number;
}

function findOffence(facts: ShellFacts, allowed: Allowed): Offence | undefined {
  const errors = facts.errors.map(({ pos }) => ({ command: 'une ligne illisible', pos }));
  const commands = facts.commands
    .filter(({ name, words }) => !reads(name, words, allowed))
    .map(({ name, words }) => ({ command: nameOf(name.text, words), pos: name.pos }));
  const redirects = facts.redirects.filter(writesFile).map(({ operator, target, pos }) => ({
    command: `${operator} ${target.text}`,
    pos,
  }));
  return [...errors, ...commands, ...redirects].sort((a, b) => a.pos - b.pos)[0];
}

/** @returns whether a redirection opens a file for writing */
function writesFile({ operator, target }: ShellRedirect): boolean {
  if (operator === '<' || operator === '<&') return false;
  return !target.literal || !DEVICES.test(target.text);
}

interface Allowed {
  readonly readonly: boolean;
  readonly functions: ReadonlySet<string>;
}

function reads(name: ShellWord, words: readonly ShellWord[], allowed: Allowed): boolean {
  if (!name.literal) return false;
  if (allowed.functions.has(name.text)) return true;
  const wrapped = wrappedCommand(name.text, words);
  if (wrapped === 'none') return true;
  if (wrapped === 'unknown') return false;
  if (wrapped !== undefined) return reads(wrapped.name, wrapped.words, allowed);
  if (name.text === 'bash' || name.text === 'sh') return scriptReads(words, allowed.readonly);
  return toolReads(name.text, words, allowed.readonly) ?? plainReads(name.text, words) ?? false;
}

/** `bash -c 'code'`: the code is read in its turn. A word before it that is no plain flag is a script, or names one. */
function scriptReads(words: readonly ShellWord[], readonly: boolean): boolean {
  const option = words.findIndex(({ text }) => !/^-[abefhilnprtuvx]+$/.test(text));
  const code = words[option + 1];
  if (!/^-[abefhilnprtuvx]*c$/.test(words[option]?.text ?? '')) return false;
  return code?.literal === true && isReadOnly(code.text, { readonly }).ok;
}
