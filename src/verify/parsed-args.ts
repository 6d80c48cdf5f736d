import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line cannot be understood; the message ends with the usage. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /**
   * @param what a sentence in French
   * @param usage of the command, in lines
   */
  constructor(what: string, usage: string) {
    super(`${what}\n${usage}`);
  }
}

/**
 * A command line that names lessons and has options, as `parseArgs` reads it.
 * @param options as `parseArgs` describes them
 * @param usage of the command, in lines
 * @throws UsageError for an option that is unknown or lacks its value
 */
export function parsedArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [, option = ''] = /'(-[^' ]*)/.exec(error.message) ?? [];
    throw new UsageError(`option inconnue ou incomplète : ${option}`, usage);
  }
}
