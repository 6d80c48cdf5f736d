import { addressFinding } from '../../links/address-finding.ts';
import { internetLinksOf } from '../../links/internet-links.ts';
import type { Rule } from '../rule.ts';

/** Links out of the course are well written; whether they lead somewhere `npm run liens` asks. */
export const addresses: Rule = ({ course }) => internetLinksOf(course).flatMap((link) => addressFinding(link) ?? []);
