import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Snippet } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';

/** `stop=ID` names a snippet above it that runs in the background and is not stopped yet. */
export const stops: Rule = ({ readings }) =>
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
