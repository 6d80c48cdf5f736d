import { forEachChild, parse, type Statement, type SyntaxNode } from 'unbash';

/** Whole lines of a snippet that make sense together: what a reader types before pressing Enter. */
export interface Unit {
  /** First and last line within the snippet's code, from 1. */
  readonly from: number;
  readonly to: number;
  readonly code: string;
  /** A status other than 0 at its end is a failure, as `set -e` sees it: not after `a && b`, `! a`, `if`… */
  readonly plain: boolean;
  /** A command that fails inside `( )` ends the subshell too: nothing else in the unit could swallow its status. */
  readonly strict: boolean;
}

// What the next line could not see any more had another command run between: `$_`, PIPESTATUS.
const LOOKS_BACK = /\$_(?!\w)|\$\{_\}|PIPESTATUS/;
// Options and standard streams of the shell itself: the session does nothing of its own until the snippet ends.
const CHANGES_SHELL = /(^|[\s;&|({])(set|shopt)\s|(^|[\s;&|({])exec\s+\d*[<>&]/m;

/**
 * Splits a snippet into what is run, and shown, one after the other.
 * @param code bash; all of it is one unit where it cannot be understood, or where it changes the shell that runs it
 * @returns the units in order, with every line of the code in one of them; none for code without a command
 */
export function unitsOf(code: string): Unit[] {
  const script = parse(code);
  const lines = code.split('\n');
  if (script.commands.length === 0 && !script.errors?.length) return [];
  if (script.errors?.length || CHANGES_SHELL.test(code)) {
    return [{ from: 1, to: lines.length, code, plain: isPlain(script.commands.at(-1)), strict: false }];
  }
  const lineAt = lineCounter(code);
  const groups: { to: number; statements: Statement[] }[] = [];
  for (const statement of script.commands) {
    const last = groups.at(-1);
    const [from, to] = [lineAt(statement.pos), lineAt(endOf(statement) - 1)];
    const joins = last !== undefined && (from <= last.to || LOOKS_BACK.test(code.slice(statement.pos, statement.end)));
    if (joins) {
      last.to = Math.max(last.to, to);
      last.statements.push(statement);
    } else groups.push({ to, statements: [statement] });
  }
  return groups.map(({ statements, ...group }, index) => {
    const from = (groups[index - 1]?.to ?? 0) + 1;
    const to = index === groups.length - 1 ? lines.length : group.to;
    return {
      from,
      to,
      code: lines.slice(from - 1, to).join('\n'),
      plain: isPlain(statements.at(-1)),
      strict: isStrict(statements),
    };
  });
}

/** A word that means nothing, or ends the shell, where it stands. */
export interface Misplaced {
  readonly word: string;
  readonly line: number;
}

/**
 * @returns `return`, `break` and `continue` outside of what they end: a terminal answers with an error; and `exit` and
 *   `exec` of the lesson's own shell: the terminal would close
 */
export function misplacedIn(code: string): { useless: Misplaced[]; fatal: Misplaced[] } {
  const useless: Misplaced[] = [];
  const fatal: Misplaced[] = [];
  const lineAt = lineCounter(code);
  const visit = (node: SyntaxNode, inside: Inside): void => {
    if (node.type === 'Command' && node.name !== undefined) {
      const [word, line] = [node.name.value, lineAt(node.pos)];
      if (word === 'return' && !inside.function) useless.push({ word, line });
      else if ((word === 'break' || word === 'continue') && !inside.loop && !inside.function)
        useless.push({ word, line });
      else if (!inside.subshell && (word === 'exit' || (word === 'exec' && node.args.length > 0)))
        fatal.push({ word, line });
    }
    const next = {
      function: inside.function || node.type === 'Function',
      loop: inside.loop || LOOPS.has(node.type),
      subshell: inside.subshell || SUBSHELLS.has(node.type) || (node.type === 'Statement' && node.background === true),
    };
    forEachChild(node, (child) => visit(child, next));
  };
  visit(parse(code), { function: false, loop: false, subshell: false });
  return { useless, fatal };
}

/** @returns the line of the first command that is left running by `&`; undefined where there is none */
export function backgroundLineOf(code: string): number | undefined {
  const statement = parse(code).commands.find(({ background }) => background);
  return statement === undefined ? undefined : lineCounter(code)(statement.pos);
}

interface Inside {
  readonly function: boolean;
  readonly loop: boolean;
  readonly subshell: boolean;
}

const LOOPS = new Set<SyntaxNode['type']>(['For', 'ArithmeticFor', 'While', 'Select']);
const SUBSHELLS = new Set<SyntaxNode['type']>([
  'Subshell',
  'CommandExpansion',
  'ProcessSubstitution',
  'ArithmeticCommandExpansion',
  'Pipeline',
  'Coproc',
]);
const PLAIN = new Set<SyntaxNode['type']>(['Command', 'Subshell', 'TestCommand', 'ArithmeticCommand']);

function isPlain(statement: Statement | undefined): boolean {
  if (statement === undefined || statement.background) return false;
  const { command } = statement;
  if (command.type === 'Pipeline')
    return (
      command.prefixes.every(({ type }) => type !== 'Negation') && PLAIN.has(command.commands.at(-1)?.type ?? 'If')
    );
  if (command.type === 'Redirected') return PLAIN.has(command.command.type);
  return PLAIN.has(command.type);
}

/** Only a subshell that stands for itself, with nothing around or in it that goes on whatever its status. */
function isStrict(statements: readonly Statement[]): boolean {
  let swallows = false;
  const visit = (node: SyntaxNode): void => {
    if (node.type !== 'Subshell' && SUBSHELLS.has(node.type)) swallows = true;
    if (node.type === 'Statement' && node.background) swallows = true;
    if (node.type === 'AndOr' || node.type === 'If' || node.type === 'While' || node.type === 'Function')
      swallows = true;
    forEachChild(node, visit);
  };
  statements.forEach(visit);
  return !swallows;
}

/** The end of a statement with the bodies of its here-documents, which stand below it. */
function endOf(statement: Statement): number {
  let end = statement.end;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc') end = Math.max(end, node.closing?.end ?? node.body.end);
    // A script between escaped backticks has positions of its own.
    if (!(node.type === 'Script' && node.source !== undefined)) forEachChild(node, visit);
  };
  visit(statement);
  return end;
}

function lineCounter(code: string): (position: number) => number {
  return (position) => code.slice(0, position).split('\n').length;
}
