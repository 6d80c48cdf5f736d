import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Snippet } from '../../lesson/types.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { type VariableEvent, variableEvents } from '../shell/variables.ts';

/** Variables that programs and bash itself obey without being asked. */
const OBEYED =
  /^(BASH_ENV|CDPATH|COLUMNS|DOCKER_\w+|HOME|IFS|KUBE\w+|LANG|LC_\w+|PATH|POSIXLY_CORRECT|PS[0-4]|TZ|\w+_proxy)$/i;

/** What `hidden` defines is not there for a reader: no snippet that is shown may use it. */
export const hiddenDefinitions: Rule = ({ readings }) =>
  readings.flatMap((reading) =>
    reading.lesson.snippets.flatMap((snippet, index) =>
      snippet.attributes.hidden && snippet.kind === 'command' ? definitionsOf(reading, snippet, index) : [],
    ),
  );

function definitionsOf({ lesson, scripts }: Reading, hidden: Snippet, index: number): Finding[] {
  const shown = lesson.snippets.slice(index + 1).filter(({ attributes }) => !attributes.hidden && !attributes.skip);
  const lasting = variableEvents(hidden.code).filter(({ kind, lasting }) => kind === 'write' && lasting);
  const variables = new Map(lasting.map((event) => [event.name, event]));
  const found = [...variables.values()].flatMap((event) => {
    const line = obeyed(event) ? undefined : lineOfUse(event.name, shown);
    if (!obeyed(event) && line === undefined) return [];
    return [definition(hidden, event.pos, { what: `la variable « ${event.name} »`, line })];
  });
  const functions = [...(scripts.get(hidden)?.functions.keys() ?? [])].flatMap((name) => {
    const user = shown.find((snippet) => scripts.get(snippet)?.commands.some((command) => command.name.text === name));
    if (user === undefined) return [];
    const what = { what: `la fonction « ${name} »`, line: user.position.line };
    return [definition(hidden, Math.max(0, hidden.code.indexOf(name)), what)];
  });
  return [...found, ...functions];
}

function obeyed({ name, exported }: VariableEvent): boolean {
  return exported || OBEYED.test(name);
}

/** The first snippet that reads the variable before any that is shown has set it. */
function lineOfUse(name: string, shown: readonly Snippet[]): number | undefined {
  for (const { kind, code, attributes, position } of shown) {
    const first = kind === 'command' ? variableEvents(code).find((event) => event.name === name) : undefined;
    const waits = attributes.wait.some(({ target, flags }) =>
      new RegExp(`\\$\\{?${name}\\b`).test(`${target} ${flags}`),
    );
    if (first?.kind === 'read' || waits) return position.line;
    if (first?.lasting) return undefined;
  }
  return undefined;
}

function definition(
  snippet: Snippet,
  pos: number,
  { what, line }: { what: string; line: number | undefined },
): Finding {
  const user = line === undefined ? 'tout ce qui suit' : `l’extrait de la ligne ${line}`;
  return errorAt(placeInSnippet(snippet, lineColumn(snippet.code, pos)), {
    code: 'hidden-definit',
    message: `hidden définit ${what}, dont dépend ${user} : le lecteur ne l’a pas`,
    fix: 'retirez hidden, ou définissez-la dans un extrait que le lecteur voit',
  });
}
