import { errorAt, warningAt } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';

/** The `review` date of a skipped snippet: on that day it still holds, afterwards it is an error in CI. */
export const reviews: Rule = ({ readings, today, ci }) =>
  readings.flatMap(({ lesson }) =>
    lesson.snippets.flatMap(({ attributes: { review, skip = '' }, position }) => {
      if (review === undefined || review >= today) return [];
      const finding = ci ? errorAt : warningAt;
      return [
        finding(position, {
          code: 'revue-depassee',
          message: `la revue du ${review} est passée (« ${skip} »)`,
          fix: 'exécutez de nouveau cet extrait (retirez skip et review), ou donnez une nouvelle date',
        }),
      ];
    }),
  );
