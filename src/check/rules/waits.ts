import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Snippet, Wait } from '../../lesson/types.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';

/** `KIND/NAME`, `KIND.GROUP/NAME`, or `KIND` alone with a selector behind it. */
const TARGET = /^[a-z][a-z0-9.-]*\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
const KIND = /^[a-z][a-z0-9.-]*$/;
const SELECTOR = /(^|\s)(-l|--selector|--all|--field-selector)\b/;

/** What `wait` waits for can be a target of kubectl, and what it waits to see disappear was there. */
export const waits: Rule = ({ readings }) =>
  readings.flatMap((reading) =>
    reading.lesson.snippets.flatMap((snippet, index) =>
      snippet.attributes.wait.flatMap((wait) => waitFindings(reading, { snippet, index, wait })),
    ),
  );

function waitFindings(
  { lesson }: Reading,
  { snippet, index, wait }: { snippet: Snippet; index: number; wait: Wait },
): Finding[] {
  if (!isTarget(wait))
    return [
      errorAt(snippet.position, {
        code: 'attente-impossible',
        message: `wait : « ${wait.target} » ne désigne rien que kubectl puisse attendre`,
        fix: 'écrivez « deployment/NOM », « CONDITION of TYPE/NOM » ou « CONDITION of TYPE -l CLE=VALEUR »',
      }),
    ];
  if (wait.kind === 'rollout' || wait.condition !== 'delete') return [];
  const written = lesson.snippets
    .slice(0, index + 1)
    .map(textOf)
    .join('\n');
  const missing = namesOf(wait).filter((name) => !mentions(written, name));
  return missing.map((name) =>
    errorAt(snippet.position, {
      code: 'attente-sans-objet',
      message: `wait attend la disparition de « ${name} », que rien ne nomme jusqu’ici : kubectl réussirait tout de suite`,
      fix: 'corrigez ce nom : c’est celui d’un objet que la leçon a créé plus haut',
    }),
  );
}

function isTarget({ target, flags }: Wait): boolean {
  return TARGET.test(target) || target.includes('$') || (KIND.test(target) && SELECTOR.test(flags));
}

/** The names that tell the objects of a wait: its own, or the values of its selector. */
function namesOf({ target, flags }: Wait): string[] {
  if (target.includes('/')) return [target.replace(/^.*?\//, '')].filter((name) => !name.includes('$'));
  const selector = /(?:^|\s)(?:-l|--selector)[ =]*(\S+)/.exec(flags)?.[1] ?? '';
  return selector.split(',').flatMap((term) => /=([\w.-]+)$/.exec(term)?.[1] ?? []);
}

function textOf({ code, expected, attributes: { file = '' } }: Snippet): string {
  return [file, code, expected?.text ?? ''].join('\n');
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.-])${RegExp.escape(name)}(?![\\w-])`).test(text);
}
