import { parsedArgs } from '../verify/parsed-args.ts';

const USAGE = `Usage\u00A0: npm run slides -- [leçons…]
  leçons…  celles que l’on mesure (pods, 04-pods…) ; sans elles, toutes`;

/**
 * @param args the command line behind the script's name
 * @returns the lessons that it names
 * @throws where it has an option, the usage behind it
 */
export function readOptions(args: readonly string[]): { readonly lessons: readonly string[] } {
  return { lessons: parsedArgs(args, {}, (what) => new Error(`${what}\n${USAGE}`)).positionals };
}
