import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * A command line that names lessons and has options, as `parseArgs` reads it.
 * @param options as `parseArgs` describes them
 * @param refuse makes the error of a sentence in French
 * @throws what `refuse` makes, for an option that is unknown or lacks its value
 */
export function parsedArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  refuse: (what: string) => Error,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [, option = ''] = /'(-[^' ]*)/.exec(error.message) ?? [];
    throw refuse(`option inconnue ou incomplète : ${option}`);
  }
}
