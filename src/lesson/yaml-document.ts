import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { errorAt } from './finding.ts';
import type { Finding, Position } from './types.ts';
import { yamlReason } from './yaml-reason.ts';

z.config(z.locales.fr());

/**
 * Reads authored YAML against one schema.
 * @param text the YAML
 * @param schema what it must be
 * @param at the file, and the line of the file on which the YAML begins
 * @returns the value where it fits, and a finding for each thing that does not, at its own line
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  at: { file: string; firstLine?: number },
): { value?: z.output<Schema>; findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: at.file, line: line + (at.firstLine ?? 1) - 1, column: col };
  };
  if (document.errors.length > 0) {
    return {
      findings: document.errors.map((error) =>
        errorAt(place(error.pos[0]), { code: 'yaml-illisible', ...yamlReason(error.code) }),
      ),
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, findings: [] };
  return {
    findings: result.error.issues.map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      const found = nearestNode(document, [...issue.path, ...unknown]);
      const name = issue.path.join('.') || '(document)';
      return errorAt(place(found), {
        code: 'champ-invalide',
        message: `${name} : ${issue.message}`,
        fix: 'corrigez ce champ (voir CONTRIBUER.md)',
      });
    }),
  };
}

/** Offset of the node at that path, or of the nearest parent that exists: a missing field has no place of its own. */
function nearestNode(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
