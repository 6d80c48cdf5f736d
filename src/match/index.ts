import type { Expectation } from '../lesson/types.ts';
import { exact } from './exact.ts';
import { like } from './like.ts';
import { regex } from './regex.ts';
import type { Matcher } from './types.ts';

export { describeDifference } from './diff.ts';
export type { Difference, Matcher, MatchResult } from './types.ts';

/** By the value of a fence's `expect`. */
export const matchers: Readonly<Record<Expectation, Matcher>> = { like, exact, regex };
