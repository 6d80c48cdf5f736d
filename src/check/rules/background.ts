import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Snippet, Wait } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';

/** `stop=ID` names a snippet above it that runs in the background and is not stopped yet. */
export const background: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) => {
    const running = new Set<string>();
    const findings: Finding[] = [];
    for (const snippet of lesson.snippets) {
      const { stop, background: starts } = snippet.attributes;
      if (stop !== undefined && !running.delete(stop)) findings.push(unknownStop(snippet, stop, [...running]));
      if (starts) running.add(snippet.id);
    }
    return findings;
  });

function unknownStop({ position }: Snippet, stop: string, running: readonly string[]): Finding {
  const message = `stop=${stop} ne désigne aucun extrait en arrière-plan plus haut`;
  const fix = didYouMean(stop, running, 'donnez cet id à un bloc avec background, ou retirez stop');
  return errorAt(position, { code: 'stop-inconnu', message, fix });
}

/** `KIND/NAME`, `KIND.GROUP/NAME`, or `KIND` alone with a selector behind it. */
const TARGET = /^[a-z][a-z0-9.-]*\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
const KIND = /^[a-z][a-z0-9.-]*$/;
const SELECTOR = /(^|\s)(-l|--selector|--all|--field-selector)\b/;

/** What `wait` waits for can be a target of kubectl. */
export const waits: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) =>
    lesson.snippets.flatMap(({ attributes, position }) =>
      attributes.wait
        .filter((wait) => !isTarget(wait))
        .map(({ target }) =>
          errorAt(position, {
            code: 'attente-impossible',
            message: `wait : « ${target} » ne désigne rien que kubectl puisse attendre`,
            fix: 'écrivez « deployment/NOM », « CONDITION of TYPE/NOM » ou « CONDITION of TYPE -l CLE=VALEUR »',
          }),
        ),
    ),
  );

function isTarget({ target, flags }: Wait): boolean {
  return TARGET.test(target) || target.includes('$') || (KIND.test(target) && SELECTOR.test(flags));
}
