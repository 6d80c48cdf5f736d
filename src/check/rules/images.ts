import { isScalar, visit } from 'yaml';
import { errorAt } from '../../lesson/finding.ts';
import type { Finding } from '../../lesson/types.ts';
import { unusedEntry, type Use, usesOf } from '../catalogue.ts';
import type { Rule } from '../rule.ts';
import { imagesInShell } from '../shell/images.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import type { YamlStream } from '../yaml/stream.ts';

const CATALOGUE = 'content/images.yaml';

/** Every image that a lesson names must be in `images.yaml`, by tag; an entry that no lesson names is told. */
export const images: Rule = ({ course, readings }) => {
  const catalogue = course.images.map(({ image }) => image);
  const { noeud, machine } = course.meta.versions;
  const known = [...catalogue, noeud, machine];
  const used = readings.flatMap((reading) => usesOf(reading, { inShell: imagesInShell, inYaml: imagesInYaml }));
  const names = new Set(used.map(({ text }) => text));
  const unused = catalogue.filter((image) => !names.has(image));
  return [
    ...used.flatMap((each) => wrongImage(each, known)),
    ...unused.map((image) => unusedEntry(CATALOGUE, image, { code: 'image-inutile', sources: course.sources })),
  ];
};

/** `image:` fields with a text: Pods' and compose's; Helm values and image volumes write an object there. */
function imagesInYaml({ documents }: YamlStream): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  for (const { document, errors } of documents) {
    if (errors.length > 0) continue;
    visit(document, {
      Map: (_, map) => {
        for (const { key, value } of map.items) {
          if (!isScalar(key) || key.value !== 'image' || !isScalar(value)) continue;
          if (typeof value.value === 'string' && !value.value.includes('$'))
            found.push({ text: value.value, offset: value.range?.[0] ?? 0 });
        }
      },
    });
  }
  return found;
}

function wrongImage({ text: image, place }: Use, known: readonly string[]): Finding[] {
  if (image.includes('@')) {
    const fix = 'écrivez-la par son tag (nom:tag) : une empreinte diffère d’un registre à l’autre';
    return [
      errorAt(place, { code: 'image-par-empreinte', message: `« ${image} » est désignée par son empreinte`, fix }),
    ];
  }
  if (known.includes(image)) return [];
  const message = `l’image « ${image} » n’est pas dans ${CATALOGUE}`;
  const fix = didYouMean(image, known, 'ajoutez-la au catalogue, avec son rôle');
  return [errorAt(place, { code: 'image-inconnue', message, fix })];
}
