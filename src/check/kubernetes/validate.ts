import { type Document, isScalar, isSeq, type Node } from 'yaml';
import type { FindingText } from '../../lesson/finding.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import { describe, entriesOf, kindOf, type NodeKind, offsetOf, resolve } from './node.ts';
import type { FieldType, Schemas } from './schemas.ts';
import { isFilled } from './server-filled.ts';

/** What is wrong at an offset of the YAML. */
export interface Problem extends FindingText {
  readonly offset: number;
}

/** What the walk carries: the whole, and where it is. */
interface At {
  readonly document: Document;
  readonly schemas: Schemas;
  /** As `spec.containers[0]`. */
  readonly path: string;
  /** Where to point when the value is nowhere. */
  readonly offset: number;
}

/** Kinds of values that a scalar type accepts, its name in French, and what to do. */
const SCALARS: Readonly<Record<string, readonly [kinds: readonly NodeKind[], name: string, fix: string]>> = {
  s: [['text'], 'un texte', 'mettez la valeur entre guillemets'],
  i: [['integer'], 'un entier', 'écrivez un nombre entier, sans guillemets'],
  l: [['integer'], 'un entier', 'écrivez un nombre entier, sans guillemets'],
  n: [['integer', 'number'], 'un nombre', 'écrivez un nombre, sans guillemets'],
  b: [['boolean'], 'un booléen', 'écrivez true ou false, sans guillemets'],
  B: [['text'], 'un texte en base64', 'encodez-le, ou utilisez stringData pour du texte lisible'],
  q: [['text', 'integer', 'number'], 'une quantité', 'écrivez par exemple 250m, 0.5, 64Mi ou 1Gi'],
  x: [['text', 'integer'], 'un entier ou un texte', 'écrivez par exemple 80, http ou 25%'],
  o: [['object'], 'un objet', 'écrivez ses champs en dessous, indentés'],
};

/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Checks a value against a type, down to its last field; unknown fields are refused, as by the server's strict mode.
 * Every node is visited once: the time is linear.
 * @param value a node of the document
 */
export function validate(value: unknown, type: FieldType, at: At): Problem[] {
  const node = resolve(value, at.document);
  const here = { ...at, offset: offsetOf(value, at.offset) };
  if (type === '*') return [];
  if (type.startsWith('[]')) return validateList(node, type.slice(2), here);
  if (type.startsWith('{}')) return validateMap(node, type.slice(2), here);
  if (type.startsWith('@')) return validateObject(node, type.slice(1), here);
  return validateScalar(node, type, here);
}

function validateList(node: Node | undefined, type: FieldType, at: At): Problem[] {
  if (!isSeq(node)) return [unexpected(node, 'une liste', 'commencez chaque élément par un tiret', at)];
  return node.items.flatMap((item, index) => validateItem(item, type, { ...at, path: `${at.path}[${index}]` }));
}

function validateMap(node: Node | undefined, type: FieldType, at: At): Problem[] {
  if (kindOf(node) !== 'object') return [unexpected(node, 'un objet', 'écrivez des lignes « clé: valeur »', at)];
  return entriesOf(node, at.document).flatMap(({ key, offset, value }) =>
    validateItem(value, type, { ...at, path: `${at.path}.${key}`, offset }),
  );
}

/** In a list or a map Go's decoder takes nothing for the zero value: an empty text, 0, false. */
function validateItem(value: unknown, type: FieldType, at: At): Problem[] {
  const isScalarType = Object.hasOwn(SCALARS, type) && type !== 'o';
  return isScalarType && kindOf(resolve(value, at.document)) === 'null' ? [] : validate(value, type, at);
}

function validateObject(node: Node | undefined, name: string, at: At): Problem[] {
  if (kindOf(node) !== 'object') return [unexpected(node, 'un objet', 'écrivez ses champs en dessous, indentés', at)];
  const fields = at.schemas.definitions[name] ?? {};
  const entries = entriesOf(node, at.document);
  const given = new Set(
    entries.filter(({ value }) => kindOf(resolve(value, at.document)) !== 'null').map((e) => e.key),
  );
  const missing = Object.keys(fields)
    .filter((field) => field.endsWith('!') && !given.has(field.slice(0, -1)) && !isFilled(name, field.slice(0, -1)))
    .map((field) => missingField(field.slice(0, -1), name, at));
  const inside = entries.flatMap(({ key, offset, value }) => {
    const type = own(fields, key) ?? own(fields, `${key}!`);
    if (type === undefined) return [unknownField({ key, offset }, fields, { name, path: at.path })];
    // The server takes an empty optional field for an absent one, as `emptyDir:`.
    if (!given.has(key)) return [];
    return validate(value, type, { ...at, path: at.path === '' ? key : `${at.path}.${key}`, offset });
  });
  return [...missing, ...inside];
}

function validateScalar(node: Node | undefined, type: FieldType, at: At): Problem[] {
  if (type.startsWith('=')) return validateWord(node, type.slice(1).split('|'), at);
  const [kinds = [], name = '', fix = ''] = SCALARS[type] ?? [];
  const text = isScalar(node) ? String(node.value) : '';
  if (!kinds.includes(kindOf(node)) || (type === 'q' && !QUANTITY.test(text))) return [unexpected(node, name, fix, at)];
  if (type === 'B' && !BASE64.test(text.replace(/[\r\n]/g, ''))) return [notBase64(node, text, { name, fix, at })];
  return Object.hasOwn(BITS, type) && kindOf(node) === 'integer' ? tooLarge(node, BITS[type] ?? 64, at) : [];
}

function validateWord(node: Node | undefined, words: readonly string[], at: At): Problem[] {
  const word = isScalar(node) ? String(node.value) : '';
  // An empty one stands for the default.
  if (kindOf(node) === 'text' && (word === '' || words.includes(word))) return [];
  const message = `${at.path} : ${describe(node)} n’est pas une valeur acceptée`;
  return [
    {
      offset: at.offset,
      code: 'valeur-inconnue',
      message,
      fix: didYouMean(word, words, `l’un de : ${words.join(', ')}`),
    },
  ];
}

/** Go's decoder skips line ends, and nothing else: `>` and a text over several lines put spaces in. */
function notBase64(
  node: Node | undefined,
  text: string,
  { name, fix, at }: { name: string; fix: string; at: At },
): Problem {
  const blank = BASE64.test(text.replace(/\s/g, ''));
  if (!blank) return unexpected(node, name, fix, at);
  const message = `${at.path} : une espace coupe ce texte en base64, et le serveur la refuse`;
  return {
    offset: at.offset,
    code: 'type-inattendu',
    message,
    fix: 'écrivez-le sur une ligne, ou avec « | » au lieu de « > »',
  };
}

/** Bits of the integers of Kubernetes' API; what can also be a text is an `int32` of Go where it is a number. */
const BITS: Readonly<Record<string, number>> = { i: 32, l: 64, x: 32 };

function tooLarge(node: Node | undefined, bits: number, { path, offset }: At): Problem[] {
  const source = isScalar(node) ? (node.source ?? String(node.value)) : '0';
  const value = /^[+-]?[1-9]\d*$/.test(source)
    ? BigInt(source)
    : BigInt(Math.trunc(Number(isScalar(node) ? node.value : 0)));
  if (BigInt.asIntN(bits, value) === value) return [];
  const largest = (2n ** BigInt(bits - 1) - 1n).toLocaleString('fr-FR');
  const message = `${path} : ${source} ne tient pas dans un entier de ${bits} bits`;
  return [{ offset, code: 'type-inattendu', message, fix: `écrivez un nombre de ${largest} au plus` }];
}

/** @returns the type of a field, never something that every object of JavaScript has */
function own(fields: Readonly<Record<string, FieldType>>, key: string): FieldType | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function unexpected(node: Node | undefined, expected: string, fix: string, { path, offset }: At): Problem {
  const empty = kindOf(node) === 'null';
  const message = `${path} : ${expected} était attendu, ${empty ? 'il n’y a rien' : `${describe(node)} est écrit`}`;
  return { offset, code: 'type-inattendu', message, fix };
}

function missingField(field: string, name: string, { path, offset }: At): Problem {
  const message = `${path === '' ? name : path} : le champ « ${field} » manque`;
  return { offset, code: 'champ-manquant', message, fix: `ajoutez « ${field} », obligatoire dans ${shortName(name)}` };
}

function unknownField(
  { key, offset }: { key: string; offset: number },
  fields: Readonly<Record<string, FieldType>>,
  { name, path }: { name: string; path: string },
): Problem {
  const known = Object.keys(fields).map((field) => field.replace(/!$/, ''));
  const message = `${path === '' ? key : `${path}.${key}`} : ${shortName(name)} n’a pas de champ « ${key} »`;
  const otherwise = 'retirez-le, ou vérifiez son indentation (kubectl explain donne les champs)';
  return { offset, code: 'champ-inconnu', message, fix: didYouMean(key, known, otherwise) };
}

function shortName(definition: string): string {
  return definition.split('.').at(-1) ?? definition;
}
