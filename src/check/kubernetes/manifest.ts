import { type Document, isScalar, isSeq } from 'yaml';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import { isConfiguration, meantApi } from './groups.ts';
import { entriesOf, kindOf, offsetOf, resolve } from './node.ts';
import type { Schemas } from './schemas.ts';
import { type Problem, validate } from './validate.ts';

const NOT_KUBERNETES = 'ou écrivez schema=aucun si ce n’est pas un objet de Kubernetes';
/** Requests that the server answers without keeping anything: they have no name. */
const NAMELESS = /Review$/;

/**
 * Checks one YAML document as a Kubernetes object. Custom resources (an API group with a dot that the schemas do not
 * know) are left to the server; only their `apiVersion`, `kind` and name must be there.
 * @param document without syntax errors
 */
export function validateManifest(document: Document, schemas: Schemas): Problem[] {
  return validateNode(document.contents, { document, schemas });
}

function validateNode(value: unknown, whole: { document: Document; schemas: Schemas }): Problem[] {
  const { document, schemas } = whole;
  const node = resolve(value, document);
  const offset = offsetOf(value, 0);
  if (kindOf(node) === 'null') return [];
  if (kindOf(node) !== 'object')
    return [
      {
        offset,
        code: 'manifeste-incomplet',
        message: 'un manifeste est un objet avec apiVersion et kind',
        fix: `écrivez apiVersion, kind, metadata, ${NOT_KUBERNETES}`,
      },
    ];
  const fields = new Map(entriesOf(node, document).map((entry) => [entry.key, entry]));
  const text = (name: string): string | undefined => {
    const field = resolve(fields.get(name)?.value, document);
    return kindOf(field) === 'text' && isScalar(field) ? String(field.value) : undefined;
  };
  const apiVersion = text('apiVersion');
  const kind = text('kind');
  if (apiVersion === undefined || kind === undefined)
    return (['apiVersion', 'kind'] as const)
      .filter((name) => text(name) === undefined)
      .map((name) => ({
        offset: fields.get(name)?.offset ?? offset,
        code: 'manifeste-incomplet',
        message: `« ${name} » manque ou n’est pas un texte`,
        fix: `ajoutez-le, ${NOT_KUBERNETES}`,
      }));
  if (apiVersion === 'v1' && kind === 'List') {
    const items = resolve(fields.get('items')?.value, document);
    return isSeq(items) ? items.items.flatMap((item) => validateNode(item, whole)) : [];
  }
  const nameless = NAMELESS.test(kind) ? [] : missingName(fields.get('metadata')?.value, { document, offset });
  const place = offsetOf(fields.get('apiVersion')?.value, offset);
  if (isConfiguration(apiVersion) || (apiVersion === 'v1' && kind === 'Config'))
    return [
      {
        offset: place,
        code: 'pas-kubernetes',
        message: `« ${kind} » (${apiVersion}) est un fichier de configuration, pas un objet du cluster`,
        fix: 'ajoutez schema=aucun au bloc (avec file=NOM pour l’écrire)',
      },
    ];
  const kinds = Object.hasOwn(schemas.kinds, apiVersion) ? schemas.kinds[apiVersion] : undefined;
  if (kinds === undefined) {
    const meant = meantApi({ apiVersion, kind }, schemas);
    if (meant === undefined && isCustom(apiVersion, schemas)) return nameless;
    const fix = didYouMean(meant ?? apiVersion, Object.keys(schemas.kinds), 'voyez « kubectl api-versions »');
    const message = `Kubernetes ${schemas.version} n’a pas d’API « ${apiVersion} »`;
    return [{ offset: place, code: 'apiversion-inconnue', message, fix }];
  }
  const definition = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (definition === undefined)
    return [unknownKind({ apiVersion, kind }, schemas, offsetOf(fields.get('kind')?.value, offset))];
  return [...nameless, ...validate(value, `@${definition}`, { ...whole, path: '', offset })];
}

/** A group without a dot, or one that these schemas know in another version, is Kubernetes' own. */
function isCustom(apiVersion: string, { kinds }: Schemas): boolean {
  const [group = '', version] = apiVersion.split('/');
  const known = Object.keys(kinds).some((each) => each.startsWith(`${group}/`));
  return version !== undefined && group.includes('.') && !known;
}

function unknownKind(written: { apiVersion: string; kind: string }, { kinds }: Schemas, offset: number): Problem {
  const { apiVersion, kind } = written;
  const elsewhere = Object.keys(kinds).find((each) => Object.hasOwn(kinds[each] ?? {}, kind));
  const fix =
    elsewhere === undefined
      ? didYouMean(kind, Object.keys(kinds[apiVersion] ?? {}), 'voyez « kubectl api-resources »')
      : `écrivez apiVersion: ${elsewhere}`;
  return { offset, code: 'kind-inconnu', message: `l’API ${apiVersion} n’a pas de « ${kind} »`, fix };
}

function missingName(metadata: unknown, { document, offset }: { document: Document; offset: number }): Problem[] {
  const named = entriesOf(resolve(metadata, document), document).some(
    ({ key, value }) => (key === 'name' || key === 'generateName') && kindOf(resolve(value, document)) !== 'null',
  );
  if (named) return [];
  const message = 'cet objet n’a pas de nom (metadata.name)';
  return [
    {
      offset: offsetOf(metadata, offset),
      code: 'nom-manquant',
      message,
      fix: `donnez-lui metadata.name, ${NOT_KUBERNETES}`,
    },
  ];
}
