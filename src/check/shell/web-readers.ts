import type { ShellWord } from '../../shell/facts.ts';

const CURL_FLAGS = /^-[sSfLIkviNgG46#]+$/;
/** Short options of curl with a value, alone or closing a group, as in `-sSw '%{http_code}'`. */
const CURL_VALUED = /^-[sSfLIkviNgG46#]*([HwuAmoXre])(.*)$/;
const CURL_LONG =
  'cacert cert compressed connect-timeout connect-to fail fail-with-body get head header http1.1 http2 include insecure ' +
  'interface ipv4 ipv6 key location max-time no-buffer no-progress-meter noproxy output proxy range request resolve retry ' +
  'retry-all-errors retry-connrefused retry-delay retry-max-time show-error silent unix-socket url user user-agent verbose ' +
  'write-out';
const CURL_LONG_READS: ReadonlySet<string> = new Set(CURL_LONG.split(' ').map((name) => `--${name}`));
const STDOUT = /^(-|\/dev\/null)$/;
/** By short option, which of its values only read: a format may name a file that it is printed to. */
const SAFE_VALUE: Readonly<Record<string, RegExp>> = {
  o: STDOUT,
  X: /^(GET|HEAD|OPTIONS)$/,
  w: /^(?!@)(?!.*%output\{)/s,
};
const SHORT: Readonly<Record<string, string>> = { '--output': 'o', '--request': 'X', '--write-out': 'w' };

/** curl reads when all its options are known to, it asks with GET or HEAD, and keeps nothing. */
export function curlReads(words: readonly ShellWord[]): boolean {
  return words.every(({ text }, index) => {
    const next = words[index + 1]?.text ?? '';
    if (!text.startsWith('-') || text === '-' || CURL_FLAGS.test(text)) return true;
    if (text.startsWith('--')) {
      const [name = '', ...value] = text.split('=');
      if (!CURL_LONG_READS.has(name)) return false;
      return (SAFE_VALUE[SHORT[name] ?? ''] ?? /^/).test(value.length === 0 ? next : value.join('='));
    }
    const [, option, attached] = CURL_VALUED.exec(text) ?? [];
    if (option === undefined) return false;
    return (SAFE_VALUE[option] ?? /^/).test(attached === '' || attached === undefined ? next : attached);
  });
}

const WGET_SHORT = /^-(?:q|nv|S|4|6|[TtUO].*|q[TtUO].*|qS?O.*)$/;
const WGET_LONG =
  'ca-certificate content-on-error header inet4-only inet6-only max-redirect no-check-certificate no-hsts no-proxy ' +
  'no-verbose output-document password quiet server-response spider timeout tries user user-agent';
const WGET_LONG_READS: ReadonlySet<string> = new Set(WGET_LONG.split(' ').map((name) => `--${name}`));

/** wget reads when all its options are known to, and it prints what it gets, or gets nothing. */
export function wgetReads(words: readonly ShellWord[]): boolean {
  const options = words.filter(({ text }) => text.startsWith('-') && text !== '-');
  const known = options.every(({ text }) =>
    text.startsWith('--') ? WGET_LONG_READS.has(text.split('=')[0] ?? '') : WGET_SHORT.test(text),
  );
  if (!known) return false;
  const targets = words.flatMap(({ text }, index) => {
    const [, target] = /^(?:-[a-zA-Z]*O|--output-document=?)(.*)$/.exec(text) ?? [];
    return target === undefined ? [] : [target === '' ? (words[index + 1]?.text ?? '') : target];
  });
  if (targets.length === 0) return options.some(({ text }) => text === '--spider');
  return targets.every((target) => STDOUT.test(target));
}
