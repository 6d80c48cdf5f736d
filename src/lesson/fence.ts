import type { Code } from 'mdast';
import { ATTRIBUTE_RULES, COMBINATION_RULES, DEFAULT_ATTRIBUTES, type FenceKind } from './attributes.ts';
import type { Code as FindingCode } from './codes.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import { errorAt } from './finding.ts';
import { parseInfoString } from './info-string.ts';
import type { Attributes, Finding, Position } from './types.ts';

/** A fenced block with its attributes decoded, before it is known what it belongs to. */
export interface Fence {
  readonly kind: FenceKind;
  readonly language: string;
  readonly code: string;
  readonly attributes: Attributes;
  /** `alt` of a mermaid fence. */
  readonly alt?: string;
  readonly position: Position;
  readonly endLine: number;
}

const KINDS: ReadonlyMap<string, FenceKind> = new Map([
  ['bash', 'bash'],
  ['yaml', 'yaml'],
  ['output', 'output'],
  ['mermaid', 'mermaid'],
  ['text', 'text'],
]);

/** What else the languages are called elsewhere. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['zsh', 'bash'],
  ['console', 'bash'],
  ['yml', 'yaml'],
  ['txt', 'text'],
]);

/**
 * Reads one fenced block.
 * @param node the block as satteri gives it
 * @param source the lesson it stands in, to see whether the block is closed
 * @returns the fence, always usable, and what is wrong with it
 */
export function readFence(node: Code, { file, source }: { file: string; source: readonly string[] }) {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const position: Position = { file, line: start.line, column: start.column };
  const findings: Finding[] = [];
  const language = node.lang ?? '';
  const endLine = node.position?.end.line ?? start.line;
  if (!isClosed(source, start.line, endLine)) {
    findings.push(
      errorAt(position, {
        code: 'bloc-non-ferme',
        message: 'ce bloc n’est jamais refermé : il avale la fin de la leçon',
        fix: 'ajoutez une ligne « ``` » après son code',
      }),
    );
  }
  const kind = KINDS.get(language) ?? 'file';
  const meta = node.meta ?? '';
  const metaColumn = start.column + (source[start.line - 1]?.slice(start.column - 1).indexOf(meta) ?? 0);
  const read = readAttributes(meta, kind, { ...position, column: metaColumn });
  findings.push(...read.findings);
  if (kind === 'file' && read.attributes.file === undefined) findings.push(unknownLanguage(language, position));
  const fence: Fence = {
    kind,
    language,
    code: node.value,
    attributes: read.attributes,
    position,
    endLine,
    ...(read.alt === undefined ? {} : { alt: read.alt }),
  };
  return { fence, findings };
}

function isClosed(source: readonly string[], start: number, end: number): boolean {
  const opening = /(`{3,}|~{3,})/.exec(source[start - 1] ?? '')?.[1] ?? '```';
  return end > start && (source[end - 1] ?? '').replace(/^[\s>]*/, '').startsWith(opening);
}

function unknownLanguage(language: string, position: Position): Finding {
  if (language === '') {
    const message = 'ce bloc ne dit pas ce qu’il est : il n’est ni exécuté ni écrit dans un fichier';
    const fix = 'écrivez ```bash pour des commandes, ```output pour une sortie, ```text pour une illustration';
    return errorAt(position, { code: 'langage-inconnu', message, fix });
  }
  const near = ALIASES.get(language) ?? nearest(language, [...KINDS.keys()]);
  const hint = near === undefined ? `langages : ${[...KINDS.keys()].join(', ')}` : `vouliez-vous dire « ${near} » ?`;
  const file = 'ajoutez file=NOM pour écrire ce bloc dans un fichier';
  return errorAt(position, {
    code: 'langage-inconnu',
    message: `« ${language} » n’est ni exécuté ni écrit dans un fichier`,
    fix: near === undefined ? `${hint} ; ou ${file}` : `${hint} Sinon, ${file}`,
  });
}

function readAttributes(meta: string, kind: FenceKind, position: Position) {
  const findings: Finding[] = [];
  let attributes: Attributes = DEFAULT_ATTRIBUTES;
  let alt: string | undefined;
  const { attributes: raw, rest } = parseInfoString(meta);
  const report = (code: FindingCode, message: string, fix: string, offset = 0): void => {
    findings.push(errorAt({ ...position, column: position.column + offset }, { code, message, fix }));
  };
  if (rest !== '')
    report(
      'attributs-illisibles',
      `« ${rest} » ne se lit pas comme des attributs`,
      'écrivez cle, cle=valeur ou cle="valeur avec espaces"',
      meta.length - rest.length,
    );
  for (const [index, { key, value, offset }] of raw.entries()) {
    const rule = Object.hasOwn(ATTRIBUTE_RULES, key) ? ATTRIBUTE_RULES[key] : undefined;
    if (kind === 'mermaid' && key === 'alt') alt = value ?? '';
    else if (raw.findIndex((other) => other.key === key) !== index)
      report('attribut-double', `« ${key} » est donné deux fois`, 'gardez-en un', offset);
    else if (rule === undefined)
      report('attribut-inconnu', `l’attribut « ${key} » n’existe pas`, didYouMean(key, namesFor(kind)), offset);
    else if (!rule.on.includes(kind))
      report(
        'attribut-deplace',
        `« ${key} » n’a pas de sens sur un bloc ${kind}`,
        `retirez-le (il va sur : ${rule.on.join(', ')})`,
        offset,
      );
    else {
      const result = rule.read(value);
      if (typeof result === 'string')
        report('valeur-invalide', `« ${key}=${value ?? ''} » : ${result} était attendu`, 'corrigez la valeur', offset);
      else attributes = { ...attributes, ...result };
    }
  }
  for (const [broken, message, fix] of COMBINATION_RULES)
    if (broken(attributes)) report('attributs-incompatibles', message, fix);
  return { attributes, alt, findings };
}

function namesFor(kind: FenceKind): string[] {
  return Object.keys(ATTRIBUTE_RULES).filter((name) => ATTRIBUTE_RULES[name]?.on.includes(kind));
}
