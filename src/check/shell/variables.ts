import { type ArithmeticExpression, type CommandArgument, forEachChild, parse, type SyntaxNode } from 'unbash';

/** What bash code does with one variable of the shell, in the order in which bash would do it. */
export interface VariableEvent {
  readonly kind: 'read' | 'write';
  readonly name: string;
  /** Offset in the code. */
  readonly pos: number;
  /** A write that is still there when the code has ended: none of a subshell, a pipeline or a function's `local`. */
  readonly lasting: boolean;
  /** A write that programs see too. */
  readonly exported: boolean;
}

const NAME = /^[A-Za-z_]\w*$/;
/** `let` and `(( ))` as text: what is assigned, and what else is named. */
const ASSIGNED = /([A-Za-z_]\w*)\s*(\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))|(\+\+|--)\s*([A-Za-z_]\w*)/g;
const DECLARATIONS: ReadonlySet<string> = new Set(['declare', 'export', 'local', 'readonly', 'typeset']);

/** Where the walk is. */
interface Scope {
  /** In a subshell: what is written here is lost. */
  readonly lost: boolean;
}

/** @param code bash; what cannot be parsed has no events */
export function variableEvents(code: string): VariableEvent[] {
  const events: VariableEvent[] = [];
  const locals = new Set<string>();
  const emit = (kind: VariableEvent['kind'], name: string, pos: number, scope: Scope, exported = false): void => {
    if (NAME.test(name)) events.push({ kind, name, pos, lasting: !scope.lost, exported });
  };
  const visit = (node: SyntaxNode, scope: Scope): void => {
    const children = (inside: Scope = scope): void => forEachChild(node, (child) => visit(child, inside));
    if (node.type === 'Assignment') {
      children();
      if (node.append || node.index !== undefined) emit('read', node.name, node.pos, scope);
      emit('write', node.name, node.pos, scope);
    } else if (node.type === 'SimpleExpansion') emit('read', node.text.replace(/^\$/, ''), node.pos, scope);
    else if (node.type === 'ParameterExpansion') {
      emit('read', node.parameter, node.pos, scope);
      children();
    } else if (node.type === 'For' || node.type === 'Select') {
      for (const word of node.wordlist ?? []) visit(word, scope);
      emit('write', node.name.value, node.name.pos, scope);
      visit(node.body, scope);
    } else if (node.type === 'Command') command(node, scope);
    else if (isArithmetic(node)) arithmetic(node, scope);
    else if (node.type === 'Pipeline') children({ lost: scope.lost || node.commands.length > 1 });
    else if (node.type === 'Statement') children({ lost: scope.lost || node.background === true });
    else children({ lost: scope.lost || SUBSHELLS.has(node.type) });
  };
  const arithmetic = (node: ArithmeticExpression, scope: Scope): void => {
    if (node.type === 'ArithmeticWord') {
      const [name = ''] = /^[A-Za-z_]\w*/.exec(node.value) ?? [];
      emit('read', name, node.pos, scope);
      forEachChild(node, (child) => visit(child, scope));
    } else if (node.type === 'ArithmeticBinary' && /^([-+*/%&|^]|<<|>>)?=$/.test(node.operator)) {
      arithmetic(node.right, scope);
      if (node.operator !== '=') arithmetic(node.left, scope);
      written(node.left, scope);
    } else if (node.type === 'ArithmeticUnary' && /^(\+\+|--)$/.test(node.operator)) {
      arithmetic(node.operand, scope);
      written(node.operand, scope);
    } else forEachChild(node, (child) => visit(child, scope));
  };
  const written = (node: ArithmeticExpression, scope: Scope): void => {
    if (node.type === 'ArithmeticWord') emit('write', /^[A-Za-z_]\w*/.exec(node.value)?.[0] ?? '', node.pos, scope);
  };
  const command = (node: Extract<SyntaxNode, { type: 'Command' }>, scope: Scope): void => {
    // `A=1 program` sets A for the program alone.
    const temporary = node.name !== undefined;
    for (const each of node.prefix) visit(each, temporary ? { lost: true } : scope);
    const name = node.name?.value ?? '';
    if (node.name !== undefined) visit(node.name, scope);
    const exported = name === 'export' || (/^(declare|typeset)$/.test(name) && /\s-\w*x/.test(textOf(node.args)));
    for (const each of node.suffix) {
      if (each.type === 'Assignment' && DECLARATIONS.has(name)) {
        if (name === 'local') locals.add(each.name);
        const before = events.length;
        visit(each, scope);
        if (exported) for (let at = before; at < events.length; at++) events[at] = { ...events[at]!, exported: true };
      } else visit(each, scope);
    }
    const words = node.args.filter((each) => each.type === 'Word');
    const names = words.map(({ value, pos }) => ({ value, pos })).filter(({ value }) => NAME.test(value));
    if (name === 'local') for (const { value } of names) locals.add(value);
    else if (/^(read|mapfile|readarray|unset)$/.test(name))
      for (const { value, pos } of names) emit('write', value, pos, scope);
    else if (name === 'export') for (const { value, pos } of names) emit('write', value, pos, scope, true);
    else if (name === 'printf' && words[0]?.value === '-v' && words[1] !== undefined)
      emit('write', words[1].value, words[1].pos, scope);
    else if (name === 'let') for (const word of words) letWord(word, scope);
  };
  const letWord = ({ value, pos }: { value: string; pos: number }, scope: Scope): void => {
    for (const [, name = '', operator, , after = ''] of value.matchAll(ASSIGNED)) {
      const target = name || after;
      const reads = operator !== '=' || new RegExp(`=.*\\b${target}\\b`).test(value);
      if (reads) emit('read', target, pos, scope);
      emit('write', target, pos, scope);
    }
  };
  visit(parse(code), { lost: false });
  return events.filter(({ name }) => !locals.has(name));
}

const SUBSHELLS: ReadonlySet<string> = new Set(['Subshell', 'CommandExpansion', 'ProcessSubstitution', 'Coproc']);

function isArithmetic(node: SyntaxNode): node is ArithmeticExpression {
  return node.type.startsWith('Arithmetic') && !/^Arithmetic(Expansion|Command|For)$/.test(node.type);
}

function textOf(words: readonly CommandArgument[]): string {
  return words.map(({ text }) => ` ${text}`).join('');
}
