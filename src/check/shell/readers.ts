import type { ShellWord } from '../../shell/facts.ts';
import { isOption, positionals } from '../../shell/words.ts';

/** Whether a command with these words only reads. */
type Rule = (words: readonly ShellWord[]) => boolean;

const always: Rule = () => true;
const without =
  (...options: string[]): Rule =>
  (words) =>
    !words.some((word) => isOption(word, options));
/** At most so many operands: one more would be written to. */
const atMost =
  (count: number, ...valued: string[]): Rule =>
  (words) =>
    positionals(words, new Set(valued)).length <= count;

/** Commands of the shell and of a plain Linux that can be run any number of times and leave nothing. */
const PLAIN =
  '[ : basename base64 bc break cat cksum cmp column comm continue cut declare df diff dig dirname du echo egrep expr false ' +
  'fgrep file fmt fold free getent getopts grep groups head hexdump host id jq join less let local ls lscpu lsns ' +
  'mapfile md5sum nl nproc nslookup od paste pgrep printenv printf ps pwd read readarray readlink readonly ' +
  'realpath return rev seq sha256sum sleep ss stat strings tac tail test tr true type typeset uname unset uptime ' +
  'wait wc which whoami xxd export shift';

/** `w file`, `e command`, and the flags of `s` that do the same. */
const SED_WRITES =
  /(^|[;{}\d$/])\s*([wW] \S|e(\s|$))|(^|[;{}\s])s([^\w\s\\])(?:\\.|(?!\5).)*\5(?:\\.|(?!\5).)*\5[gpiImM\d]*[ew]/;

const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(PLAIN.split(' ').map((name) => [name, always])),
  // `print … > file` writes; `$3 > 5` compares.
  awk: (words) => !words.some(({ text }) => /system\s*\(|\bprintf?\b[^;}]*[>|]|\|\s*"|-i\b.*inplace/.test(text)),
  curl: curlReads,
  date: (words) => !words.some(({ text }) => /^(-u?s|--set)/.test(text)),
  find: (words) => !words.some(({ text }) => /^-(delete|exec|execdir|ok|okdir|fprint\w*|fls)$/.test(text)),
  hostname: atMost(0),
  ip: (words) => !words.some(({ text }) => /^(add|del|delete|set|flush|replace|change|append|exec)$/.test(text)),
  mount: (words) => words.length === 0,
  openssl: (words) => !words.some(({ text }) => /^-(out|writerand)$/.test(text)),
  sed: (words) => without('-i', '--in-place')(words) && !words.some(({ text }) => SED_WRITES.test(text)),
  sort: without('-o', '--output'),
  tee: (words) => positionals(words, new Set()).every(({ text }) => /^\/dev\/(null|stdout|stderr|tty)$/.test(text)),
  uniq: atMost(1, '-f', '-s', '-w'),
  wget: (words) => words.some(({ text }) => text === '--spider') || writesToStdout(words),
  yq: without('-i', '--inplace', '-s', '--split-exp'),
};

/** @returns undefined for a command that is not in the list */
export function plainReads(name: string, words: readonly ShellWord[]): boolean | undefined {
  return Object.hasOwn(RULES, name) ? RULES[name]?.(words) : undefined;
}

const CURL_FLAGS = /^-[sSfLIkviNgG46#]+$/;
/** Short options of curl with a value, alone or closing a group, as in `-sSw '%{http_code}'`. */
const CURL_VALUED = /^-[sSfLIkviNgG46#]*([HwuAmoXre])(.*)$/;
const CURL_LONG =
  'cacert cert compressed connect-timeout connect-to fail fail-with-body get head header http1.1 http2 include insecure ' +
  'interface ipv4 ipv6 key location max-time no-buffer no-progress-meter noproxy output proxy range request resolve retry ' +
  'retry-all-errors retry-connrefused retry-delay retry-max-time show-error silent unix-socket url user user-agent verbose ' +
  'write-out';
const CURL_LONG_READS: ReadonlySet<string> = new Set(CURL_LONG.split(' ').map((name) => `--${name}`));
const SAFE_VALUE = { o: /^(-|\/dev\/null)$/, X: /^(GET|HEAD|OPTIONS)$/ } as const;

/** curl reads when all its options are known to, it asks with GET or HEAD, and keeps nothing. */
function curlReads(words: readonly ShellWord[]): boolean {
  return words.every(({ text }, index) => {
    const next = words[index + 1]?.text ?? '';
    if (!text.startsWith('-') || text === '-') return true;
    if (text.startsWith('--')) {
      const [name = '', value = next] = text.split('=', 2);
      if (name === '--output') return SAFE_VALUE.o.test(value);
      if (name === '--request') return SAFE_VALUE.X.test(value);
      return CURL_LONG_READS.has(name);
    }
    if (CURL_FLAGS.test(text)) return true;
    const [, option, attached] = CURL_VALUED.exec(text) ?? [];
    if (option === undefined) return false;
    if (option !== 'o' && option !== 'X') return true;
    return SAFE_VALUE[option].test(attached === '' || attached === undefined ? next : attached);
  });
}

function writesToStdout(words: readonly ShellWord[]): boolean {
  return words.some(({ text }, index) => {
    const [, target] = /^(?:-[a-zA-Z]*O|--output-document=?)(.*)$/.exec(text) ?? [];
    return target !== undefined && SAFE_VALUE.o.test(target === '' ? (words[index + 1]?.text ?? '') : target);
  });
}
