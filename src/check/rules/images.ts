import { isScalar, visit } from 'yaml';
import { errorAt, warningAt } from '../../lesson/finding.ts';
import type { Finding, Position } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Reading } from '../reading.ts';
import { imagesInShell } from '../shell/images.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import type { YamlStream } from '../yaml/stream.ts';

const CATALOGUE = 'content/images.yaml';

/** Every image that a lesson names must be in `images.yaml`, by tag; an entry that no lesson names is told. */
export const images: Rule = ({ course, readings }) => {
  const catalogue = course.images.map(({ image }) => image);
  const { noeud, machine } = course.meta.versions;
  const known = [...catalogue, noeud, machine];
  const used = readings.flatMap(imagesOf);
  const usedNames = new Set(used.map(({ image }) => image));
  const unused = catalogue.filter((image) => !usedNames.has(image)).map((image) => unusedImage(image, course.sources));
  return [...used.flatMap((each) => wrongImage(each, known)), ...unused];
};

interface UsedImage {
  readonly image: string;
  readonly place: Position;
}

function imagesOf({ scripts, streams }: Reading): UsedImage[] {
  const inShell = [...scripts].flatMap(([snippet, facts]) =>
    imagesInShell(facts).map(({ text, pos }) => ({
      image: text,
      place: placeInSnippet(snippet, lineColumn(snippet.code, pos)),
    })),
  );
  const inYaml = [...streams].flatMap(([snippet, stream]) =>
    imagesInYaml(stream).map(({ image, offset }) => ({
      image,
      place: placeInSnippet(snippet, stream.placeOf(offset)),
    })),
  );
  return [...inShell, ...inYaml];
}

/** `image:` fields with a text: Pods' and compose's; Helm values and image volumes write an object there. */
function imagesInYaml({ documents }: YamlStream): { image: string; offset: number }[] {
  const found: { image: string; offset: number }[] = [];
  for (const { document, errors } of documents) {
    if (errors.length > 0) continue;
    visit(document, {
      Map: (_, map) => {
        for (const { key, value } of map.items) {
          if (!isScalar(key) || key.value !== 'image' || !isScalar(value)) continue;
          if (typeof value.value === 'string' && !value.value.includes('$'))
            found.push({ image: value.value, offset: value.range?.[0] ?? 0 });
        }
      },
    });
  }
  return found;
}

function wrongImage({ image, place }: UsedImage, known: readonly string[]): Finding[] {
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

function unusedImage(image: string, sources: ReadonlyMap<string, string>): Finding {
  const line = (sources.get(CATALOGUE) ?? '').split('\n').findIndex((each) => each.includes(image)) + 1;
  return warningAt(
    { file: CATALOGUE, line: Math.max(line, 1), column: 1 },
    { code: 'image-inutile', message: `aucune leçon n’utilise « ${image} »`, fix: 'retirez-la du catalogue' },
  );
}
