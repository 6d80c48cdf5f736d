/** The names that differ from one run to the next. */
export interface RunNames {
  /** `orchestre-k3x9`, the prefix of the run's clusters and nodes. */
  readonly clusterPrefix: string;
  /** Folder of the scripts that bash sources. */
  readonly scripts: string;
}

/** What every student's cluster is called. */
export const PUBLIC_CLUSTER_NAME = 'orchestre';

/**
 * The only two changes ever made to what was printed: the run's names become the student's, and bash names itself where
 * it would name our script and its line. Columns behind a shortened name stay where they are.
 */
export function rewrite(text: string, { clusterPrefix, scripts }: RunNames): string {
  const names = new RegExp(`${RegExp.escape(clusterPrefix)}([\\w.-]*)( {2,})?`, 'g');
  const errors = new RegExp(`^${RegExp.escape(scripts)}/[^\\s:]+: line \\d+: `, 'gm');
  const padding = ' '.repeat(clusterPrefix.length - PUBLIC_CLUSTER_NAME.length);
  return text
    .replaceAll(
      names,
      (_, rest: string, gap: string | undefined) =>
        `${PUBLIC_CLUSTER_NAME}${rest}${gap === undefined ? '' : gap + padding}`,
    )
    .replaceAll(errors, 'bash: ');
}
