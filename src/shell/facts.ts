import { forEachChild, parse, type RedirectOperator, type SyntaxNode, type Word, type WordPart } from 'unbash';

/** A word of a command as bash would pass it on, where that is known without running anything. */
export interface ShellWord {
  /** Without quotes; with `$x`, `$(…)` and globs as written. */
  readonly text: string;
  /** Nothing in it is expanded: `text` is what the command receives. */
  readonly literal: boolean;
  readonly pos: number;
}

export interface ShellCommand {
  readonly name: ShellWord;
  /** What follows the name, assignments such as `A=1` of `export A=1` included. */
  readonly words: readonly ShellWord[];
  /** Behind `&`: the shell does not wait for it. */
  readonly detached: boolean;
}

export interface ShellRedirect {
  readonly operator: RedirectOperator;
  readonly target: ShellWord;
  readonly pos: number;
}

/** A text at an offset of the code. */
export interface ShellText {
  readonly text: string;
  readonly pos: number;
}

/** What the checks read of a `bash` fence: everything in it, substitutions and functions included, in reading order. */
export interface ShellFacts {
  readonly commands: readonly ShellCommand[];
  readonly redirects: readonly ShellRedirect[];
  readonly hereDocs: readonly ShellText[];
  /** The functions that it defines, each with the text of its body. */
  readonly functions: ReadonlyMap<string, string>;
  /** Syntax errors, in the parser's English. */
  readonly errors: readonly ShellText[];
}

/** @param code bash; what cannot be parsed is in `errors`, the rest is there as far as it was understood */
export function readShell(code: string): ShellFacts {
  const facts = {
    commands: [] as ShellCommand[],
    redirects: [] as ShellRedirect[],
    hereDocs: [] as ShellText[],
    functions: new Map<string, string>(),
    errors: [] as ShellText[],
  };
  const visit = (node: SyntaxNode, anchor: number | undefined, detached: boolean): void => {
    const at = (pos: number): number => anchor ?? pos;
    const word = (each: Word): ShellWord => ({ text: each.value, literal: isLiteral(each.parts), pos: at(each.pos) });
    if (node.type === 'Script')
      for (const { message, pos } of node.errors ?? []) facts.errors.push({ text: message, pos: at(pos) });
    else if (node.type === 'Function') facts.functions.set(node.name.value, code.slice(node.body.pos, node.body.end));
    else if (node.type === 'Redirect' && node.target !== undefined)
      facts.redirects.push({ operator: node.operator, target: word(node.target), pos: at(node.pos) });
    else if (node.type === 'HereDoc') {
      facts.hereDocs.push({ text: node.body.text, pos: at(node.body.pos) });
      if (node.closing === undefined) facts.errors.push({ text: 'unterminated here-document', pos: at(node.pos) });
    } else if (node.type === 'Command' && node.name !== undefined) {
      const words = node.args.map((each) =>
        each.type === 'Word' ? word(each) : { text: each.text, literal: false, pos: at(each.pos) },
      );
      facts.commands.push({ name: word(node.name), words, detached });
    }
    forEachChild(node, (child) => {
      // Positions in a script between escaped backticks index a text of its own: all of it stands at the backtick.
      const decoded = child.type === 'Script' && child.source !== undefined;
      const behind = detached || (node.type === 'Statement' && node.background === true);
      visit(child, anchor ?? (decoded ? node.pos : undefined), behind);
    });
  };
  visit(parse(code), undefined, false);
  facts.errors.sort((a, b) => a.pos - b.pos);
  return facts;
}

function isLiteral(parts: readonly WordPart[] | undefined): boolean {
  return (parts ?? []).every(
    (part) =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      part.type === 'AnsiCQuoted' ||
      (part.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal')),
  );
}
