import type { ShellWord } from '../../shell/facts.ts';
import { isOption, isShortened, positionals } from '../../shell/words.ts';
import { sedReads } from './sed-script.ts';
import { curlReads, wgetReads } from './web-readers.ts';

/** Whether a command with these words only reads. */
type Rule = (words: readonly ShellWord[]) => boolean;

const always: Rule = () => true;
const without =
  (...options: string[]): Rule =>
  (words) =>
    !words.some((word) => isOption(word, options) || isShortened(word, options));
/** At most so many operands: one more would be written to. */
const atMost =
  (count: number, ...valued: string[]): Rule =>
  (words) =>
    operandsOf(words, valued).length <= count;
/** No option but these: those with a value in the next word are told apart, since that word is no operand. */
const onlyWith =
  (flags: RegExp, ...valued: string[]): Rule =>
  (words) =>
    words.every(
      ({ text }, index) =>
        !/^-./.test(text) || flags.test(text) || valued.includes(text) || valued.includes(words[index - 1]?.text ?? ''),
    );
const all =
  (...rules: Rule[]): Rule =>
  (words) =>
    rules.every((rule) => rule(words));

/** Commands of the shell and of a plain Linux that can be run any number of times and leave nothing. */
const PLAIN =
  '[ : basename base64 bc break cat cksum cmp column comm continue cut declare df diff dig dirname du echo egrep ' +
  'expr false fgrep fmt fold free getent getopts grep groups head hexdump host id jq join let local ls lscpu lsns ' +
  'md5sum nl nproc nslookup od paste pgrep printenv printf ps pwd read readlink readonly ' +
  'realpath return rev seq sha256sum sleep stat strings tac tail test tr true type typeset uname unset uptime ' +
  'wait wc which whoami export shift';

const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(PLAIN.split(' ').map((name) => [name, always])),
  awk: awkReads,
  curl: curlReads,
  // An operand that is no format sets the clock.
  date: all(
    onlyWith(
      /^(-[uR]+|-I\w*|-u?[df].+|--(utc|universal|(date|iso-8601|rfc-3339)(=.*)?))$/,
      '-d',
      '-ud',
      '--date',
      '-r',
    ),
    (words) => operandsOf(words, ['-d', '-ud', '--date', '-r']).every(({ text }) => text.startsWith('+')),
  ),
  file: without('-C', '--compile'),
  find: (words) => !words.some(({ text }) => /^-(delete|exec|execdir|ok|okdir|fprint\w*|fls)$/.test(text)),
  hostname: all(
    atMost(0),
    onlyWith(/^(-[aAdfiIsy]+|--(fqdn|long|short|domain|ip-address|all-ip-addresses|all-fqdns))$/),
  ),
  ip: ipReads,
  // `+` and what follows is a command of its own.
  less: all(
    without('-o', '-O', '--log-file', '--LOG-FILE'),
    (words) => !words.some(({ text }) => text.startsWith('+')),
  ),
  mapfile: without('-C'),
  mount: (words) => words.length === 0,
  openssl: opensslReads,
  readarray: without('-C'),
  sed: all(without('-i', '--in-place', '-f', '--file'), (words) => sedReads(sedScriptOf(words))),
  sort: without('-o', '--output', '--compress-program'),
  ss: without('-K', '--kill', '-D', '--diag'),
  tee: (words) => operandsOf(words, []).every(({ text }) => /^\/dev\/(null|stdout|stderr|tty)$/.test(text)),
  uniq: atMost(1, '-f', '-s', '-w'),
  wget: wgetReads,
  xxd: atMost(1, '-c', '-cols', '-g', '-groupsize', '-l', '-len', '-s', '-seek', '-o', '-n', '-name', '-R'),
  yq: without('-i', '--inplace', '--in-place', '-s', '--split-exp'),
};

/** @returns undefined for a command that is not in the list */
export function plainReads(name: string, words: readonly ShellWord[]): boolean | undefined {
  return Object.hasOwn(RULES, name) ? RULES[name]?.(words) : undefined;
}

/** Operands behind `--` included. */
function operandsOf(words: readonly ShellWord[], valued: readonly string[]): readonly ShellWord[] {
  const end = words.findIndex(({ text }) => text === '--');
  return [...positionals(words, new Set(valued)), ...(end === -1 ? [] : words.slice(end + 1))];
}

/** A program that is an expansion and nothing else may be any program. */
const isUnknown = ({ text, literal }: ShellWord): boolean => !literal && text.startsWith('$');

/**
 * `print … > file` writes, and `$3 > 5` compares; `"command" | getline` runs it, and `getline x < file` reads. What a
 * print's own end is takes a parser of awk: a comparison behind one is refused.
 */
const AWK_WRITES =
  /system\s*\(|\bprintf?\b[^]*(>(?!=)|(?<!\|)\|(?!\|))|\|\s*"|\|&?\s*getline|\bgetline\b(?!(\s+[\w$[\]]+)?\s*<)|@(include|load|\w+\s*\()/;

function awkReads(words: readonly ShellWord[]): boolean {
  if (!onlyWith(/^-[Fv].+$/, '-F', '-v')(words)) return false;
  const [program] = operandsOf(words, ['-F', '-v']);
  return program === undefined || (!isUnknown(program) && !AWK_WRITES.test(program.text));
}

/** What `-e` gives, or else the first operand; one that cannot be known is no script. */
function sedScriptOf(words: readonly ShellWord[]): string {
  const given = words.flatMap((word, index) => {
    const [, attached] = /^(?:-[nErsuz]*e|--e\w*=)([^]*)$/.exec(word.text) ?? [];
    if (/^--e\w*$/.test(word.text) || attached === '') return words[index + 1] ?? [];
    return attached === undefined ? [] : { ...word, text: attached };
  });
  const scripts = given.length > 0 ? given : operandsOf(words, ['-l', '--line-length']).slice(0, 1);
  return scripts.map((script) => (isUnknown(script) ? 'w' : script.text)).join('\n');
}

/** `ip [options] object [command]`; commands may be shortened, each object in its own way: only whole ones are known. */
function ipReads(words: readonly ShellWord[]): boolean {
  if (!onlyWith(/^-(4|6|0|br(ief)?|o(neline)?|j(son)?|p(retty)?|d(etails)?|s(tatistics)?|c(olor)?(=\w+)?|h)$/)(words))
    return false;
  const [, command] = operandsOf(words, []);
  return command === undefined || /^(show|list|lst|ls|get)$/.test(command.text);
}

const OPENSSL_READS =
  /^(asn1parse|base64|ciphers|crl|dgst|ec|enc|list|pkey|rsa|req|s_client|sha256|verify|version|x509)$/;
/** Each with one or two dashes; without a name for it a new key goes to a file of that program's choice. */
const OPENSSL_WRITES =
  /^--?(out|keyout|writerand|new|newkey|CA|CAserial|CAcreateserial|sess_out|keylogfile|msgfile|trace)(=|$)/;

function opensslReads(words: readonly ShellWord[]): boolean {
  return OPENSSL_READS.test(words[0]?.text ?? '') && !words.some(({ text }) => OPENSSL_WRITES.test(text));
}
