/** One attribute of a fence, before it is known what it means. A bare `key` has no value. */
export interface RawAttribute {
  readonly key: string;
  readonly value?: string;
  /** Offset in the text. */
  readonly offset: number;
}

const ATTRIBUTE = /([\p{L}\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?(?=\s|$)/uy;

/**
 * Reads what stands behind a fence's language: `key`, `key=value`, `key="value with spaces"`.
 * @returns the attributes in order; `rest` is what could not be read, from the first character that fits nothing
 */
export function parseInfoString(text: string): { attributes: RawAttribute[]; rest: string } {
  const attributes: RawAttribute[] = [];
  let offset = 0;
  for (;;) {
    offset += /^\s*/.exec(text.slice(offset))?.[0].length ?? 0;
    if (offset >= text.length) return { attributes, rest: '' };
    ATTRIBUTE.lastIndex = offset;
    const found = ATTRIBUTE.exec(text);
    if (found === null) return { attributes, rest: text.slice(offset) };
    const value = found[2] ?? found[3] ?? found[4];
    attributes.push({ key: found[1] ?? '', offset, ...(value === undefined ? {} : { value }) });
    offset = ATTRIBUTE.lastIndex;
  }
}
