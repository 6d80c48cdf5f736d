import { parsedArgs } from '../verify/parsed-args.ts';

const USAGE = `Usage\u00A0: npm run slides -- [leçons…]
  leçons…  celles que l’on mesure (pods, 04-pods…) ; sans elles, toutes`;

/**
 * @param args the command line behind the script's name
 * @returns the lessons that it names
 * @throws UsageError when it has an option
 */
export function readOptions(args: readonly string[]): { readonly lessons: readonly string[] } {
  return { lessons: parsedArgs(args, {}, USAGE).positionals };
}
