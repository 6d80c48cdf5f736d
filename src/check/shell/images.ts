import type { ShellCommand, ShellFacts, ShellText, ShellWord } from '../../shell/facts.ts';
import { optionValues, positionals } from '../../shell/words.ts';

/** Options of `docker run`, `create` and `service create` that take no value; all the others do. */
const FLAGS =
  /^(-[dPiqt]+|--(detach|disable-content-trust|help|init|interactive|no-healthcheck|no-resolve-image|oom-kill-disable|privileged|publish-all|quiet|read-only|rm|sig-proxy|tty|use-api-socket|with-registry-auth))$/;

/** `image:` lines of YAML in a here-document. */
const IMAGE_LINE = /^[ \t]*(?:- )?image:[ \t]*["']?([^\s"'{#$]+)["']?[ \t]*$/gm;

/**
 * The images that commands name: `--image`, `kubectl set image`, `docker run`, `create`, `pull` and
 * `service create`, and `image:` in here-documents. Those in a variable are not known here.
 */
export function imagesInShell({ commands, hereDocs }: ShellFacts): ShellText[] {
  const named = commands.flatMap(imagesOfCommand).filter(({ literal }) => literal);
  const written = hereDocs.flatMap(({ text, pos }) =>
    [...text.matchAll(IMAGE_LINE)].map((match) => {
      const image = match[1] ?? '';
      return { text: image, pos: pos + match.index + match[0].indexOf(image) };
    }),
  );
  return [...named, ...written].filter(({ text }) => text !== '');
}

function imagesOfCommand({ name, words }: Pick<ShellCommand, 'name' | 'words'>): ShellWord[] {
  if (name.text === 'kubectl') return [...optionValues(words, ['--image']), ...setImages(words)];
  if (name.text !== 'docker') return [];
  const nested = words[0]?.text === 'exec' ? words.findIndex(({ text }) => text === 'docker') : -1;
  if (nested !== -1) return imagesOfCommand({ name, words: words.slice(nested + 1) });
  return [...optionValues(words, ['--image']), ...dockerImages(words)];
}

/** `kubectl set image deployment/web web=nginx:1.30 *=nginx:1.30` */
function setImages(words: readonly ShellWord[]): ShellWord[] {
  const [set, image, ...rest] = positionals(
    words,
    new Set(['-n', '--namespace', '--context', '-l', '--selector', '-f']),
  );
  if (set?.text !== 'set' || image?.text !== 'image') return [];
  return rest.flatMap((word) => {
    const [, container, value] = /^([\w.*-]+)=(.*)$/.exec(word.text) ?? [];
    if (container === undefined || value === undefined) return [];
    return { text: value, literal: word.literal || container === '*', pos: word.pos + container.length + 1 };
  });
}

function dockerImages(words: readonly ShellWord[]): ShellWord[] {
  const verb = ['container', 'image', 'service'].includes(words[0]?.text ?? '') ? 1 : 0;
  const rest = words.slice(verb + 1);
  const pulls = words[verb]?.text === 'pull';
  if (!pulls && !/^(run|create)$/.test(words[verb]?.text ?? '')) return [];
  const image = rest[firstOperand(rest, pulls)];
  return image === undefined ? [] : [image];
}

function firstOperand(words: readonly ShellWord[], pulls: boolean): number {
  let index = 0;
  for (; index < words.length; index++) {
    const { text } = words[index] as ShellWord;
    if (!text.startsWith('-')) break;
    const alone = FLAGS.test(text) || text.includes('=') || (pulls && text !== '--platform');
    if (!alone) index++;
  }
  return index;
}
