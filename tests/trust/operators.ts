import type { LineOperator } from './mutant.ts';

const UNSEEN = 'rien dans la leçon n’observe cette valeur';
const HARMLESS = 'les deux écritures peuvent vouloir dire la même chose';

/** Replaces the first match; `undefined` where there is none, or nothing changes. */
const swap =
  (pattern: RegExp, to: string | ((match: string) => string)) =>
  (line: string): string | undefined => {
    const changed = line.replace(pattern, (match: string) => (typeof to === 'string' ? to : to(match)));
    return changed === line ? undefined : changed;
  };

const next = (number: string): string => String(Number(number) + 1);
const typo = (word: string): string => word.slice(0, -1) + (word.endsWith('x') ? 'y' : 'x');
const drop = (line: string): readonly string[] | undefined =>
  line.trim() === '' || line.trim() === '…' ? undefined : [];

/** What a tired author does to a lesson, one line at a time. */
export const OPERATORS: readonly LineOperator[] = [
  // YAML
  { name: 'nombre de replicas', on: 'manifest', weight: 9, excuse: UNSEEN, change: swap(/(?<=replicas: )\d+/, next) },
  {
    name: 'tag d’image',
    on: 'manifest',
    weight: 9,
    excuse: UNSEEN,
    change: swap(/(?<=image: \S+:)[\w.-]+/, 'absente'),
  },
  {
    name: 'étiquette',
    on: 'manifest',
    weight: 6,
    excuse: UNSEEN,
    change: swap(/(?<=^\s+(?:app|tier|equipe|version): )[\w-]+/, typo),
  },
  { name: 'port', on: 'manifest', weight: 7, excuse: UNSEEN, change: swap(/(?<=[pP]ort: )\d+/, next) },
  { name: 'nom', on: 'manifest', weight: 8, excuse: UNSEEN, change: swap(/(?<=^\s*(?:- )?name: )[a-z][\w-]*/, typo) },
  {
    name: 'chemin de sonde',
    on: 'manifest',
    weight: 6,
    excuse: UNSEEN,
    change: swap(/(?<=path: )\/\S*/, '/nulle-part'),
  },
  {
    name: 'verbe d’un Role',
    on: 'manifest',
    weight: 6,
    excuse: UNSEEN,
    change: swap(/(?<=verbs:.*)\b(?:get|list|watch)\b/, 'delete'),
  },
  {
    name: 'quantité',
    on: 'manifest',
    weight: 5,
    excuse: UNSEEN,
    change: swap(/(?<=(?:cpu|memory|storage): "?)\d+/, next),
  },
  { name: 'délai', on: 'manifest', weight: 4, excuse: UNSEEN, change: swap(/(?<=Seconds: )\d+/, next) },
  {
    name: 'politique',
    on: 'manifest',
    weight: 7,
    excuse: UNSEEN,
    change: swap(/(?<=(?:restartPolicy|type|imagePullPolicy): )\w+/, 'Never'),
  },
  { name: 'ligne de YAML effacée', on: 'manifest', weight: 4, excuse: HARMLESS, change: drop },
  // Commands
  { name: 'commande effacée', on: 'command', weight: 9, excuse: 'rien ne dépend de cette commande', change: drop },
  {
    name: 'nombre d’une option',
    on: 'command',
    weight: 8,
    excuse: UNSEEN,
    change: swap(/(?<=--(?:replicas|to-revision|tail)=)\d+/, next),
  },
  {
    name: 'tag dans une commande',
    on: 'command',
    weight: 9,
    excuse: UNSEEN,
    change: swap(/(?<=[=/]\w[\w./-]*:)\d[\w.-]*/, 'absente'),
  },
  {
    name: 'nom d’objet',
    on: 'command',
    weight: 8,
    excuse: UNSEEN,
    change: swap(/(?<=(?:deployment|pod|service|configmap|job)[/ ])[a-z][\w-]+/, typo),
  },
  {
    name: 'verbe de kubectl',
    on: 'command',
    weight: 7,
    excuse: HARMLESS,
    change: swap(/(?<=kubectl )(?:apply|delete|scale|create)\b/, 'get'),
  },
  { name: 'sélecteur', on: 'command', weight: 7, excuse: UNSEEN, change: swap(/(?<=-l \w+=)[\w-]+/, typo) },
  { name: 'valeur affectée', on: 'command', weight: 6, excuse: UNSEEN, change: swap(/(?<==)\d+$/, next) },
  // Outputs
  { name: 'STATUS', on: 'output', weight: 10, excuse: '', change: swap(/\bRunning\b/, 'Pending') },
  {
    name: 'READY',
    on: 'output',
    weight: 10,
    excuse: '',
    change: swap(/\b(\d)\/\1\b/, (match) => `0${match.slice(1)}`),
  },
  {
    name: 'un nombre',
    on: 'output',
    weight: 8,
    excuse: 'le nombre est dans une valeur qui change à chaque fois',
    change: swap(/(?<=^\D*)\b\d+\b(?![\w.:-])/, next),
  },
  {
    name: 'un mot',
    on: 'output',
    weight: 8,
    excuse: 'le mot est dans une valeur qui change à chaque fois',
    change: swap(/\b[a-zéè]{4,}\b/, typo),
  },
  {
    name: 'ligne de sortie effacée',
    on: 'output',
    weight: 9,
    excuse: 'une autre ligne dit la même chose',
    change: drop,
  },
  {
    name: 'ligne de sortie doublée',
    on: 'output',
    weight: 9,
    excuse: 'un … voisin peut la couvrir',
    change: (line) => (drop(line) === undefined ? undefined : [line, line]),
  },
  // Attributes
  {
    name: 'attente retirée',
    on: 'fence',
    weight: 7,
    excuse: 'l’état attendu était déjà là',
    change: swap(/ wait="[^"]*"/, ''),
  },
  { name: 'code de sortie', on: 'fence', weight: 10, excuse: '', change: swap(/ exit=\d+/, '') },
  { name: 'apply retiré', on: 'fence', weight: 8, excuse: '', change: swap(/ apply\b/, '') },
];
