import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A shell's folder of scripts. */
export class Scripts {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  /**
   * Writes a script whose lines have the numbers that they have in the lesson, so that bash names the author's line.
   * @param name of the file
   * @param code bash
   * @param firstLine the line of the lesson that `code` begins on
   * @returns the name
   */
  async write(name: string, code: string, firstLine: number): Promise<string> {
    await writeFile(join(this.dir, name), `${'\n'.repeat(firstLine - 1)}${code}\n`);
    return name;
  }
}
