import { ARTEFACT_EXTENSIONS, formatOf } from '../artefact/format.ts';
import { parseDuration } from './duration.ts';
import { parseLines } from './lines.ts';
import type { Attributes } from './types.ts';
import { parseWait } from './wait.ts';

/** What an attribute accepts: its value in the fence, turned into what the program uses; a string result is the error. */
interface AttributeRule {
  /** Kinds of fences that may carry it. */
  readonly on: readonly FenceKind[];
  /** @returns the part of the attributes that it sets, or what was expected (French) */
  readonly read: (value: string | undefined) => Partial<Attributes> | string;
}

/** The kinds of fences as an author sees them; `file` is any other language. */
export type FenceKind = 'bash' | 'yaml' | 'file' | 'mermaid' | 'output' | 'text';

const RUN: readonly FenceKind[] = ['bash', 'yaml'];
const FILES: readonly FenceKind[] = ['yaml', 'file'];

const flag = (name: keyof Attributes) => (value: string | undefined) =>
  value === undefined ? { [name]: true } : 'ce mot seul, sans valeur';

const text = (name: keyof Attributes, pattern: RegExp, expected: string) => (value: string | undefined) =>
  value !== undefined && pattern.test(value) ? { [name]: value } : expected;

const duration = (name: keyof Attributes) => (value: string | undefined) => {
  const milliseconds = parseDuration(value ?? '');
  return milliseconds === undefined ? 'une durée comme « 30s », « 2m » ou « 500ms »' : { [name]: milliseconds };
};

const choice =
  <Value extends string>(name: keyof Attributes, values: readonly Value[]) =>
  (value: string | undefined) =>
    values.some((each) => each === value) ? { [name]: value } : `l’un de : ${values.join(', ')}`;

const FILE_NAME = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/;

/** The closed list: what is not here is an error. */
export const ATTRIBUTE_RULES: Readonly<Record<string, AttributeRule>> = {
  id: { on: ['bash', 'yaml', 'file'], read: text('id', /^[a-z][a-z0-9-]*$/, 'des minuscules, chiffres et tirets') },
  file: { on: FILES, read: text('file', FILE_NAME, 'un chemin relatif, sans « .. »') },
  apply: { on: ['yaml'], read: flag('apply') },
  wait: {
    on: RUN,
    read: (value = '') => {
      const wait = parseWait(value);
      return typeof wait === 'string' ? wait : { wait };
    },
  },
  timeout: { on: RUN, read: duration('timeout') },
  retry: { on: ['bash'], read: duration('retry') },
  readonly: { on: ['bash'], read: flag('readonly') },
  instant: { on: ['bash'], read: flag('instant') },
  exit: {
    on: RUN,
    read: (value = '') =>
      /^\d{1,3}$/.test(value) && Number(value) <= 255 ? { exit: Number(value) } : 'un code de 0 à 255',
  },
  expect: { on: RUN, read: choice('expect', ['like', 'exact', 'regex']) },
  background: { on: ['bash'], read: flag('background') },
  ready: { on: ['bash'], read: text('ready', /./, 'un texte que la commande affiche quand elle est prête') },
  stop: { on: ['bash'], read: text('stop', /./, 'l’id d’un extrait lancé avec « background »') },
  check: { on: ['bash'], read: flag('check') },
  schema: { on: FILES, read: choice('schema', ['aucun']) },
  hidden: { on: ['bash'], read: flag('hidden') },
  shown: { on: RUN, read: flag('shown') },
  'cluster-map': { on: RUN, read: flag('clusterMap') },
  memo: {
    on: ['bash'],
    read: (value = '') => (value.length <= 90 ? { memo: value } : 'une phrase de 90 caractères au plus'),
  },
  lines: {
    on: ['bash', 'yaml', 'file'],
    read: (value = '') => {
      const lines = parseLines(value);
      return lines === undefined ? 'des lignes par étape, comme « 1-3|5 »' : { lines };
    },
  },
  head: {
    on: FILES,
    read: (value = '') => (/^[1-9]\d?$/.test(value) ? { head: Number(value) } : 'un nombre de lignes, de 1 à 99'),
  },
  machine: {
    on: ['bash', 'yaml', 'file'],
    read: text('machine', /^[a-z][a-z0-9-]*$/, 'le nom d’une machine de la leçon'),
  },
  artefact: {
    on: ['bash'],
    read: (value = '') =>
      FILE_NAME.test(value) && formatOf(value) !== undefined
        ? { artefact: value }
        : `un fichier, par un chemin relatif sans « .. », qui finit par ${ARTEFACT_EXTENSIONS.map((each) => `.${each}`).join(', ')}`,
  },
  alt: { on: ['bash', 'mermaid'], read: text('alt', /\S/, 'ce qu’il montre, en mots,') },
  skip: { on: ['bash', 'yaml', 'file'], read: text('skip', /./, 'la raison') },
  review: {
    on: ['bash', 'yaml', 'file'],
    read: (value = '') =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
        ? { review: value }
        : 'une date comme « 2027-01-31 »',
  },
};

export const DEFAULT_ATTRIBUTES: Attributes = {
  apply: false,
  wait: [],
  timeout: 60_000,
  readonly: false,
  instant: false,
  exit: 0,
  expect: 'like',
  background: false,
  check: false,
  schema: 'kubernetes',
  hidden: false,
  shown: false,
  clusterMap: false,
};

/**
 * Rules between attributes: when the first holds, the sentence is the error.
 * `check` runs once before the solution, so that a condition that never comes would cost its whole time there.
 */
export const COMBINATION_RULES: readonly [(attributes: Attributes) => boolean, string, string][] = [
  [
    (a) => a.apply && a.file === undefined,
    'apply demande un fichier',
    'ajoutez file=NOM.yaml : le lecteur doit pouvoir taper « kubectl apply -f NOM.yaml »',
  ],
  [
    (a) => a.head !== undefined && a.file === undefined,
    'head demande un fichier',
    'ajoutez file=NOM : la page mène au fichier entier',
  ],
  [
    (a) => a.ready !== undefined && !a.background,
    'ready n’a de sens qu’avec background',
    'ajoutez background ou retirez ready',
  ],
  [
    (a) => a.instant && a.retry === undefined,
    'instant n’a de sens qu’avec retry',
    'ajoutez retry=30s ou retirez instant',
  ],
  [
    (a) => a.memo !== undefined && (a.hidden || a.check || a.skip !== undefined),
    'memo met cette commande dans l’aide-mémoire, et personne ne la voit s’exécuter',
    'retirez memo, ou ce qui la cache (hidden, check, skip)',
  ],
  [
    (a) => a.clusterMap && (a.hidden || a.check || a.skip !== undefined),
    'cluster-map dessine ce que cette commande change, et personne ne la voit s’exécuter',
    'retirez cluster-map, ou ce qui la cache (hidden, check, skip)',
  ],
  [(a) => a.background && a.retry !== undefined, 'background et retry s’excluent', 'gardez l’un des deux'],
  [(a) => a.background && a.check, 'background et check s’excluent', 'gardez l’un des deux'],
  [
    (a) => a.check && a.exit !== 0,
    'check et exit s’excluent',
    'retirez exit : une vérification échoue avant la solution et réussit après',
  ],
  [
    (a) => a.check && a.skip !== undefined,
    'check et skip s’excluent : un exercice que personne ne vérifie n’en est pas un',
    'retirez skip et review, ou l’exercice',
  ],
  [(a) => a.check && a.hidden, 'check et hidden s’excluent : le lecteur doit pouvoir se vérifier', 'retirez hidden'],
  [
    (a) => a.artefact !== undefined && a.alt === undefined,
    'artefact demande un texte équivalent',
    'ajoutez alt="ce que le fichier montre, en mots"',
  ],
  [
    (a) => a.alt !== undefined && a.artefact === undefined,
    'alt n’a de sens qu’avec artefact',
    'ajoutez artefact=FICHIER ou retirez alt',
  ],
  [
    (a) => a.artefact !== undefined && (a.background || a.check),
    'artefact ne va ni avec background ni avec check',
    'gardez le fichier depuis un extrait à part, qui le fait',
  ],
  [
    (a) => a.artefact !== undefined && a.hidden,
    'artefact et hidden s’excluent : ce qui est gardé se montre',
    'retirez l’un des deux',
  ],
  [
    (a) => a.schema === 'aucun' && (a.apply || a.exit !== 0),
    'schema=aucun ne va ni avec apply ni avec exit',
    'retirez schema=aucun : ce bloc est soumis au serveur',
  ],
  [
    (a) => (a.skip === undefined) !== (a.review === undefined),
    'skip et review vont ensemble',
    'écrivez skip="raison" review=AAAA-MM-JJ',
  ],
];
