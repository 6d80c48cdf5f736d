import type { Expectation } from '../lesson/types.ts';
import { exact } from './accept/exact.ts';
import { like } from './accept/like.ts';
import { regex } from './accept/regex.ts';
import type { Matcher } from './types.ts';

export type { Difference, Matcher, MatchResult } from './types.ts';

/** By the value of a fence's `expect`. */
export const matchers: Readonly<Record<Expectation, Matcher>> = { like, exact, regex };
