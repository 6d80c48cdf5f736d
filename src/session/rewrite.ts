import type { Machine, Rename } from '../lab/types.ts';

/** What is changed of a recorded text, for the page « Vérification »: all of it, and nothing else is. */
export const REWRITINGS: readonly { readonly what: string; readonly becomes: string }[] = [
  {
    what: 'les noms propres à une exécution (cluster, nœuds, machines)',
    becomes: 'ceux du lecteur : orchestre, orchestre-worker, vagrantbox-1…',
  },
  { what: 'le dossier de travail de la leçon', becomes: '~/orchestre/<leçon>' },
  { what: 'le dossier personnel', becomes: '~' },
  { what: 'les fichiers du vérificateur', becomes: 'ceux du lecteur : ~/.kube/config…' },
  { what: 'le nom de la machine et celui de son utilisateur', becomes: 'poste, etudiant' },
  { what: 'les dossiers de programmes propres à la machine', becomes: '/usr/local/bin' },
  { what: 'l’adresse d’un proxy', becomes: 'proxy:3128' },
  { what: 'les variables d’environnement du vérificateur', becomes: 'rien : leur ligne disparaît' },
  { what: 'le fichier et la ligne que bash nomme dans ses erreurs', becomes: 'bash: ' },
];

/** What a session knows of the machine that records, and of its own. */
export interface Recording {
  readonly machine: Pick<Machine, 'work' | 'home' | 'env' | 'local'>;
  readonly slug: string;
  readonly renames: readonly Rename[];
  /** Folder of the shell's scripts, there. */
  readonly scripts: string;
  /** Folder of the session, here. */
  readonly dir: string;
  /** Variables that only this machine has, with their values: the run's marks, what the lab sets, proxies… */
  readonly hidden: Readonly<Record<string, string>>;
  readonly path: string;
  /** `host:port` of the proxies in use. */
  readonly proxies: readonly string[];
  /** Of the host; a name that the lesson itself types is not taken for them. */
  readonly hostname: string;
  readonly user: string;
  readonly userHome: string;
  /** All that the lesson's author typed. */
  readonly typed: string;
}

const READERS_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const LONG_ENOUGH = 3;

/** @returns the one function that makes a reader's text of a recorded one */
export function rewriterOf(recording: Recording): (text: string) => string {
  const { scripts, hidden } = recording;
  const hiddenLines = hiddenLine(hidden);
  const script = `${RegExp.escape(scripts)}/(?:extrait|fond-\\d+)`;
  const within = String.raw`((?:eval|command substitution|[\w.+-]+): )?`;
  // On its stdin our bash counts from 1000: a smaller number is that of an author's `bash -c`.
  const errors = new RegExp(`${script}: ${within}line \\d+: |^bash: ${within}line [1-9]\\d{3,}: `, 'gm');
  const words = wordsOf(recording);
  const renames = [...recording.renames, ...pathsOf(recording)].toSorted((a, b) => b.from.length - a.from.length);
  return (text) => {
    const readable = text
      .replaceAll(hiddenLines, '')
      .replaceAll(errors, (_, inner?: string, outer?: string) => `bash: ${inner ?? outer ?? ''}`);
    return words.reduce(renamedWord, renames.reduce(renamed, readable));
  };
}

function hiddenLine(hidden: Readonly<Record<string, string>>): RegExp {
  const pairs = Object.entries(hidden).map(
    ([name, value]) => `${name}=(?:${RegExp.escape(value)}|'${RegExp.escape(value)}'|"${RegExp.escape(value)}")`,
  );
  return new RegExp(`^(?:declare -\\S+ |export )?(?:${[...pairs, 'ORCHESTRE_\\w+(?:=.*)?'].join('|')})(?:\\n|$)`, 'gm');
}

function pathsOf({ machine, slug, scripts, dir, path, proxies, userHome }: Recording): Rename[] {
  const own = Object.entries(machine.env)
    .filter(([, value]) => value.startsWith('/'))
    .map(([name, from]) => ({ from, to: `~/.${name.toLowerCase()}` }));
  const programs = path
    .split(':')
    .filter((each) => each.startsWith('/') && !READERS_PATH.split(':').includes(each.replace(/\/+$/, '')))
    .map((each) => ({ from: `${each.replace(/\/+$/, '')}/`, to: '/usr/local/bin/' }));
  return [
    { from: machine.work, to: `~/orchestre/${slug}` },
    { from: machine.home, to: '~' },
    { from: `${scripts}/extrait`, to: 'bash' },
    { from: `${scripts}/`, to: '' },
    { from: dir, to: '~/orchestre' },
    ...(path === '' ? [] : [{ from: path, to: READERS_PATH }]),
    ...programs,
    ...proxies.map((from) => ({ from, to: 'proxy:3128' })),
    ...own,
    // A root's home is the same on every machine, and in most containers.
    ...(/^\/(home|Users)\/./.test(userHome) ? [{ from: userHome, to: '~' }] : []),
  ];
}

function wordsOf({ machine, hostname, user, typed }: Recording): Rename[] {
  if (!machine.local) return [];
  const common = new Set(['root', 'localhost']);
  return [
    { from: hostname, to: 'poste' },
    { from: user, to: 'etudiant' },
  ].filter(({ from }) => from.length >= LONG_ENOUGH && !common.has(from) && !typed.includes(from));
}

function renamed(text: string, rename: Rename): string {
  return text.includes(rename.from) ? replaced(text, `${RegExp.escape(rename.from)}([\\w.-]*)`, rename) : text;
}

function renamedWord(text: string, rename: Rename): string {
  return text.includes(rename.from)
    ? replaced(text, `(?<![\\w-])${RegExp.escape(rename.from)}(?![\\w-])()`, rename)
    : text;
}

/** Columns behind a shortened name stay where they are. */
function replaced(text: string, pattern: string, { from, to }: Rename): string {
  const padding = ' '.repeat(Math.max(0, from.length - to.length));
  return text.replaceAll(
    new RegExp(`${pattern}( {2,})?`, 'g'),
    (_, rest: string, gap: string | undefined) => `${to}${rest}${gap === undefined ? '' : gap + padding}`,
  );
}
