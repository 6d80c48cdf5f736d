import { isScalar, isSeq, visit } from 'yaml';
import { nearest } from '../../lesson/did-you-mean.ts';
import { errorAt } from '../../lesson/finding.ts';
import type { Finding } from '../../lesson/types.ts';
import { unusedEntry, type Use, usesOf } from '../catalogue.ts';
import type { Rule } from '../rule.ts';
import { addressesInShell } from '../shell/addresses.ts';
import type { YamlStream } from '../yaml/stream.ts';

const CATALOGUE = 'content/telechargements.yaml';

/** Every address that a lesson downloads or applies must be in `telechargements.yaml`; an entry that none names is told. */
export const downloads: Rule = ({ course, readings }) => {
  const known = course.downloads.map(({ adresse }) => adresse);
  const used = readings.flatMap((reading) => usesOf(reading, { inShell: addressesInShell, inYaml: resourcesIn }));
  const names = new Set(used.map(({ text }) => text));
  const unused = known.filter((address) => !names.has(address));
  return [
    ...used.flatMap((each) => wrongAddress(each, known)),
    ...unused.map((address) =>
      unusedEntry(CATALOGUE, address, { code: 'telechargement-inutile', sources: course.sources }),
    ),
  ];
};

/** `resources:` of a kustomization. */
function resourcesIn({ documents }: YamlStream): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  for (const { document, errors } of documents) {
    if (errors.length > 0) continue;
    visit(document, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key) || key.value !== 'resources' || !isSeq(value)) return;
        for (const item of value.items) {
          if (isScalar(item) && typeof item.value === 'string' && /^https?:\/\//.test(item.value))
            found.push({ text: item.value, offset: item.range?.[0] ?? 0 });
        }
      },
    });
  }
  return found;
}

function wrongAddress({ text: address, literal, place }: Use, known: readonly string[]): Finding[] {
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
