import { loadCourse } from '../course/load.ts';
import { formatFinding } from '../lesson/format-finding.ts';
import type { Finding } from '../lesson/types.ts';
import { counted } from '../typography/french.ts';
import { addressFinding } from './address-finding.ts';
import { answerFinding } from './answer-finding.ts';
import { type InternetLink, internetLinksOf } from './internet-links.ts';
import { pageLinks } from './page-links.ts';
import { requested } from './requested.ts';

const ONLINE = '--en-ligne';

export interface LinksOptions {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The software's own root, absolute: its pages have links too. */
  readonly software: string;
  /** `--en-ligne` asks for the addresses. */
  readonly args: readonly string[];
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/**
 * `npm run liens`: every link to the internet of course and site with its places, and those that are badly written;
 * with `--en-ligne` what is wrong with them instead, at each place.
 * @returns the exit code: 0, or 1 where a link is badly written or leads nowhere (the author's matter)
 * @throws for an argument that it does not know, and where no address at all answers: that is no link's fault
 */
export async function links({ root, software, args, stdout, stderr }: LinksOptions): Promise<number> {
  const online = isOnline(args);
  const all = [...internetLinksOf(await loadCourse(root)), ...(await pageLinks(software))];
  const findings = all.flatMap((link) => addressFinding(link) ?? []);
  const pages = all.filter((link) => /^http/i.test(link.address) && addressFinding(link) === undefined);
  const byAddress = Map.groupBy(pages, ({ address }) => address);
  if (online) findings.push(...(await findingsOnline(pages, byAddress, stderr)));
  else for (const [address, places] of byAddress) stdout(listed(address, places));
  for (const finding of findings) stdout(formatFinding(finding));
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  const how = online ? '' : ' (écriture seule ; npm run liens -- --en-ligne les demande)';
  stderr(
    `${counted(pages.length, 'lien')} vers ${counted(byAddress.size, 'adresse')}, ` +
      `${counted(wrong, 'erreur')}, ${counted(findings.length - wrong, 'avertissement')}${how}.`,
  );
  return wrong > 0 ? 1 : 0;
}

function isOnline(args: readonly string[]): boolean {
  const unknown = args.find((arg) => arg !== ONLINE);
  if (unknown !== undefined)
    throw new Error(`« ${unknown} » n’est pas une option → écrivez : npm run liens -- ${ONLINE}`);
  return args.length > 0;
}

async function findingsOnline(
  pages: readonly InternetLink[],
  byAddress: ReadonlyMap<string, unknown>,
  say: (line: string) => void,
): Promise<Finding[]> {
  say(`${counted(byAddress.size, 'adresse')} à demander…`);
  const answers = await requested([...byAddress.keys()]);
  if (answers.size > 0 && [...answers.values()].every(({ status }) => status === 0))
    throw new Error('aucune adresse n’a répondu → vérifiez que cette machine a accès à l’internet');
  return pages.flatMap((link) => {
    const answer = answers.get(link.address);
    return answer === undefined ? [] : (answerFinding(link, answer) ?? []);
  });
}

function listed(address: string, places: readonly InternetLink[]): string {
  return [address, ...places.map(({ position: { file, line } }) => `  ${file}:${line}`)].join('\n');
}
