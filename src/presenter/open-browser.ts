import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { execWith } from '../machine/exec.ts';

/**
 * Opens an address in the presenter's browser. Its token is in no command line, which all users of the machine could
 * read: the browser is given a private file that leads there.
 * @param dir a private folder, absolute
 * @returns whether a browser was asked
 */
export async function openBrowser(address: string, dir: string): Promise<boolean> {
  const file = join(dir, 'ouvrir.html');
  await writeFileAtomic(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">`, {
    mode: 0o600,
  });
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const result = await execWith(process.env)(program, [file]);
  return result.ok;
}
