import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Finding, Snippet } from '../../lesson/types.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Rule } from '../rule.ts';
import { isReadOnly } from '../shell/read-only.ts';
import { variableEvents } from '../shell/variables.ts';

/** What is run more than once (`retry`, `check`) or unseen (`hidden`) must only read. */
export const effects: Rule = ({ readings }) =>
  readings.flatMap(({ lesson, scripts }) => {
    const readers = new Set<string>();
    return lesson.snippets.flatMap((snippet) => {
      const facts = scripts.get(snippet);
      if (snippet.kind !== 'command' || facts === undefined || facts.errors.length > 0) return [];
      const findings = [...changes(snippet, readers), ...carriedOver(snippet)];
      for (const [name, body] of facts.functions)
        if (isReadOnly(body, { functions: readers }).ok) readers.add(name);
        else readers.delete(name);
      return findings;
    });
  });

/** Why a snippet must only read, by the attribute that says so. */
const REASONS = [
  {
    applies: ({ attributes }: Snippet) => attributes.retry !== undefined,
    code: 'retry-modifie',
    message: (command: string) => `retry répète « ${command} », qui peut changer quelque chose`,
    fix: 'mettez cette commande dans un bloc à part, et ne répétez que des lectures',
  },
  {
    applies: ({ attributes }: Snippet) => attributes.hidden,
    code: 'hidden-modifie',
    message: (command: string) => `hidden cache « ${command} », qui peut changer quelque chose`,
    fix: 'retirez hidden : le lecteur doit voir tout ce qui change son cluster',
  },
  {
    applies: ({ attributes }: Snippet) => attributes.check,
    code: 'check-modifie',
    message: (command: string) => `une vérification constate : « ${command} » peut changer quelque chose`,
    fix: 'ne gardez que des lectures (kubectl get, test, grep…) : le travail est à faire par le lecteur',
  },
] as const;

/** @param functions of the lesson so far that only read */
function changes(snippet: Snippet, functions: ReadonlySet<string>): Finding[] {
  const reasons = REASONS.filter(({ applies }) => applies(snippet));
  if (reasons.length === 0) return [];
  const verdict = isReadOnly(snippet.code, { readonly: snippet.attributes.readonly, functions });
  if (verdict.ok) return [];
  const place = placeInSnippet(snippet, verdict.position);
  return reasons.map(({ code, message, fix }) =>
    errorAt(place, { code, message: message(verdict.command), fix: adviceFor(verdict.command) ?? fix }),
  );
}

function adviceFor(command: string): string | undefined {
  if (!/^(kubectl|docker) exec$/.test(command)) return undefined;
  return 'ajoutez readonly si ce qu’elle exécute ne fait que lire';
}

/** A variable that an attempt reads before it sets it has another value at the next one: a reader runs it once. */
function carriedOver(snippet: Snippet): Finding[] {
  const { retry, check } = snippet.attributes;
  if (retry === undefined && !check) return [];
  const byName = Map.groupBy(variableEvents(snippet.code), ({ name }) => name);
  return [...byName].flatMap(([name, events]) => {
    const write = events.find(({ kind, lasting }) => kind === 'write' && lasting);
    if (write === undefined || events[0]?.kind !== 'read') return [];
    const text: FindingText = {
      code: 'retry-accumule',
      message: `« ${name} » garde sa valeur d’un essai à l’autre : le lecteur, qui n’en fait qu’un, verrait autre chose`,
      fix: `donnez à « ${name} » sa première valeur dans ce bloc, ou mettez ce calcul dans un bloc sans ${check ? 'check' : 'retry'}`,
    };
    return [errorAt(placeInSnippet(snippet, lineColumn(snippet.code, write.pos)), text)];
  });
}
