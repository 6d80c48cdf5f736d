import type { Rename } from '../lab/types.ts';

/** The names that differ from one run to the next. */
export interface RunNames {
  readonly renames: readonly Rename[];
  /** Folder of the scripts that bash sources. */
  readonly scripts: string;
}

/**
 * The only two changes ever made to what was printed: the run's names become the student's, and bash names itself where
 * it would name our script and its line. Columns behind a shortened name stay where they are.
 */
export function rewrite(text: string, { renames, scripts }: RunNames): string {
  const errors = new RegExp(`^${RegExp.escape(scripts)}/[^\\s:]+: line \\d+: `, 'gm');
  return renames.reduce(renamed, text).replaceAll(errors, 'bash: ');
}

function renamed(text: string, { from, to }: Rename): string {
  const padding = ' '.repeat(Math.max(0, from.length - to.length));
  return text.replaceAll(
    new RegExp(`${RegExp.escape(from)}([\\w.-]*)( {2,})?`, 'g'),
    (_, rest: string, gap: string | undefined) => `${to}${rest}${gap === undefined ? '' : gap + padding}`,
  );
}
