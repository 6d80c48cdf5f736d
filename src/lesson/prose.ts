import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { errorAt, type FindingText } from './finding.ts';
import { eachNode, placeOfNode } from './tree.ts';
import type { Finding } from './types.ts';

/** HTML that shows code. What an author writes there nobody has run. */
const CODE_ELEMENTS: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'textarea', 'xmp']);

/**
 * What stands between the fences and is not what it looks like: code that is shown and never run, expressions that the
 * site's build would evaluate, a rule that became a heading, notes that have no place.
 * @param tree the lesson's syntax tree
 * @param at its file, and its lines
 */
export function proseFindings(tree: Root, at: { file: string; source: readonly string[] }): Finding[] {
  const findings: Finding[] = [];
  eachNode(tree, (node) => {
    for (const text of faultsOf(node, at.source)) findings.push(errorAt(placeOfNode(node, at.file), text));
    if (node.type === 'heading' && isUnderlined(node, at.source)) {
      const line = node.position?.end.line ?? 1;
      findings.push(errorAt({ file: at.file, line, column: 1 }, UNDERLINED));
    }
  });
  return findings;
}

const UNDERLINED: FindingText = {
  code: 'titre-souligne',
  message: 'ces tirets touchent le texte au-dessus : ils en font un titre, pas une nouvelle diapositive',
  fix: 'laissez une ligne vide au-dessus de « --- » ; un titre s’écrit « ## Titre »',
};

function faultsOf(node: Nodes, source: readonly string[]): FindingText[] {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return isComment(node.value) ? [] : [expression(node.value, source[(node.position?.start.line ?? 0) - 1] ?? '')];
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') return [FOOTNOTE];
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  const faults = node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [attributeExpression(`{${attribute.value}}`)];
    const { name, value } = attribute;
    return typeof value === 'object' && value !== null ? [attributeExpression(`${name}={${value.value}}`)] : [];
  });
  const name = node.name ?? '';
  const shows = BLOCK_ELEMENTS.has(name) || (CODE_ELEMENTS.has(name) && hasSeveralLines(node));
  return shows ? [...faults, shownCode(name)] : faults;
}

/** `{/* … *\/}` and nothing else: the one expression that shows nothing. */
function isComment(value: string): boolean {
  return value.replace(/\/\*.*?\*\//gs, '').trim() === '';
}

function expression(value: string, line: string): FindingText {
  const braces = `{${value.length > 40 ? `${value.slice(0, 40)}…` : value}}`.replace(/\s+/g, ' ');
  const shell = line.includes(`$${braces}`);
  return {
    code: 'expression',
    message: `« ${shell ? '$' : ''}${braces} » serait évalué à la construction du site, et non montré`,
    fix: `mettez-le entre accents graves (\`${shell ? '$' : ''}${braces}\`), ou écrivez \\{ et \\} ; un commentaire s’écrit {/* … */}`,
  };
}

function attributeExpression(written: string): FindingText {
  return {
    code: 'expression',
    message: `« ${written} » serait évalué à la construction du site`,
    fix: 'donnez un texte entre guillemets : attribut="valeur"',
  };
}

const FOOTNOTE: FindingText = {
  code: 'note-de-bas-de-page',
  message: 'ni la page ni les diapositives n’ont de place pour une note de bas de page',
  fix: 'mettez ce texte dans <Lecture>, ou entre parenthèses',
};

function shownCode(name: string): FindingText {
  return {
    code: 'montre-sans-executer',
    message: `<${name}> montre du code que personne n’a exécuté`,
    fix: 'écrivez un bloc « ```bash » et sa sortie « ```output » ; pour une illustration, « ```text »',
  };
}

function hasSeveralLines(node: Parents): boolean {
  let broken = toString(node).trim().includes('\n');
  eachNode(node, (inner) => {
    if (inner.type === 'break' || ('name' in inner && inner.name === 'br')) broken = true;
  });
  return broken;
}

/** An ATX heading begins with `#`, behind the marks of the quotation or list that it stands in. */
function isUnderlined(node: Nodes, source: readonly string[]): boolean {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  return end.line > start.line && !(source[start.line - 1] ?? '').slice(start.column - 1).startsWith('#');
}
