import {
  type Document,
  type ErrorCode,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type ParsedNode,
  type Tags,
  visit,
} from 'yaml';

/** A fence's YAML, read once for every check that needs it. */
export interface YamlStream {
  readonly documents: readonly YamlDocument[];
  /** Line and column, from 1, of an offset. */
  readonly placeOf: (offset: number) => { line: number; column: number };
}

export interface YamlDocument {
  readonly document: Document;
  /** In reading order; a document without any can be walked safely. */
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly code: ErrorCode;
  readonly offset: number;
}

/**
 * Reads YAML as kubectl does (go-yaml, version 1.1: `yes` and `y` are booleans, `0644` is octal), but for times such
 * as `12:30`, which go-yaml leaves as text.
 * @param code one or several documents
 */
export function readYamlStream(code: string): YamlStream {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments<ParsedNode>(code, {
    lineCounter,
    version: '1.1',
    prettyErrors: false,
    logLevel: 'silent',
    customTags: (tags) => tags.filter((tag) => !isTime(tag)),
  });
  return {
    documents: 'empty' in documents ? [] : documents.map((document) => ({ document, errors: errorsOf(document) })),
    placeOf: (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

function isTime(tag: Tags[number]): boolean {
  return typeof tag === 'object' && (tag.format === 'TIME' || tag.tag === 'tag:yaml.org,2002:timestamp');
}

function errorsOf(document: Document.Parsed): YamlError[] {
  const unresolved = document.warnings.filter((each) => each.code === 'TAG_RESOLVE_FAILED');
  const errors = [...document.errors, ...unresolved].map(({ code, pos }) => ({ code, offset: pos[0] }));
  return [...errors, ...structuralErrors(document)].sort((a, b) => a.offset - b.offset);
}

/** What go-yaml refuses and `yaml` does not: an alias of nothing or of what contains it, a key that is no scalar. */
function structuralErrors(document: Document): YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Alias: (_, alias, path) => {
      const target = alias.resolve(document);
      if (target === undefined || path.includes(target))
        errors.push({ code: 'BAD_ALIAS', offset: alias.range?.[0] ?? 0 });
    },
    Pair: (_, { key }) => {
      const range =
        typeof key === 'object' && key !== null && 'range' in key ? (key.range as [number] | undefined) : undefined;
      if (!isScalar(key)) errors.push({ code: 'NON_STRING_KEY', offset: range?.[0] ?? 0 });
    },
  });
  return errors;
}
