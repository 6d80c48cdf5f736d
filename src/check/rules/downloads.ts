import { isScalar, isSeq, visit } from 'yaml';
import { nearest } from '../../lesson/did-you-mean.ts';
import { errorAt, warningAt } from '../../lesson/finding.ts';
import type { Finding, Position } from '../../lesson/types.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { addressesInShell } from '../shell/addresses.ts';
import type { YamlStream } from '../yaml/stream.ts';

const CATALOGUE = 'content/telechargements.yaml';

/** Every address that a lesson downloads or applies must be in `telechargements.yaml`; an entry that none names is told. */
export const downloads: Rule = ({ course, readings }) => {
  const known = course.downloads.map(({ adresse }) => adresse);
  const used = readings.flatMap(addressesOf);
  const names = new Set(used.map(({ address }) => address));
  return [
    ...used.flatMap((each) => wrongAddress(each, known)),
    ...known.filter((each) => !names.has(each)).map((each) => unusedAddress(each, course.sources)),
  ];
};

interface UsedAddress {
  readonly address: string;
  readonly literal: boolean;
  readonly place: Position;
}

function addressesOf({ scripts, streams }: Reading): UsedAddress[] {
  const inShell = [...scripts].flatMap(([snippet, facts]) =>
    addressesInShell(facts, snippet.code).map(({ text, literal, pos }) => ({
      address: text,
      literal,
      place: placeInSnippet(snippet, lineColumn(snippet.code, pos)),
    })),
  );
  const inYaml = [...streams].flatMap(([snippet, stream]) =>
    resourcesIn(stream).map(({ address, offset }) => ({
      address,
      literal: true,
      place: placeInSnippet(snippet, stream.placeOf(offset)),
    })),
  );
  return [...inShell, ...inYaml];
}

/** `resources:` of a kustomization. */
function resourcesIn({ documents }: YamlStream): { address: string; offset: number }[] {
  const found: { address: string; offset: number }[] = [];
  for (const { document, errors } of documents) {
    if (errors.length > 0) continue;
    visit(document, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key) || key.value !== 'resources' || !isSeq(value)) return;
        for (const item of value.items) {
          if (isScalar(item) && typeof item.value === 'string' && /^https?:\/\//.test(item.value))
            found.push({ address: item.value, offset: item.range?.[0] ?? 0 });
        }
      },
    });
  }
  return found;
}

function wrongAddress({ address, literal, place }: UsedAddress, known: readonly string[]): Finding[] {
  if (!literal) {
    const message = `« ${address} » est calculée : son contenu ne peut pas être comparé avant la leçon`;
    return [errorAt(place, { code: 'telechargement-calcule', message, fix: 'écrivez l’adresse en entier' })];
  }
  if (known.includes(address)) return [];
  const message = `l’adresse « ${address} » n’est pas dans ${CATALOGUE}`;
  const line = `- { adresse: "${address}", version: …, sha256: …, role: … }`;
  const add = `ajoutez-y la ligne « ${line} » (sha256 : curl -fsSL '${address}' | sha256sum)`;
  const near = nearest(address, known);
  const fix = near === undefined ? add : `écrivez « ${near} », ou ${add}`;
  return [errorAt(place, { code: 'telechargement-inconnu', message, fix })];
}

function unusedAddress(address: string, sources: ReadonlyMap<string, string>): Finding {
  const line = (sources.get(CATALOGUE) ?? '').split('\n').findIndex((each) => each.includes(address)) + 1;
  return warningAt(
    { file: CATALOGUE, line: Math.max(line, 1), column: 1 },
    {
      code: 'telechargement-inutile',
      message: `aucune leçon n’utilise « ${address} »`,
      fix: 'retirez-la du catalogue',
    },
  );
}
