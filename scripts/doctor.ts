// npm run doctor [-- --clean]: what proving lessons takes, what lacks, what is left behind.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cleanAtRest } from '../src/ledger/clean.ts';
import { exitCodeOf, renderChecks } from '../src/doctor/doctor-report.ts';
import { examine } from '../src/doctor/doctor.ts';
import { courseSchema } from '../src/course/schemas.ts';
import { parsedArgs, UsageError } from '../src/verify/parsed-args.ts';

const root = join(import.meta.dirname, '..');
const progress = (what: string) => process.stderr.write(`${what}\n`);

const USAGE =
  'Usage : npm run doctor [-- --clean]\n  --clean  supprime ce que des vérifications ont laissé, et les clusters gardés';

const OPTIONS = { clean: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

try {
  const { values, positionals } = parsedArgs(process.argv.slice(2), OPTIONS, USAGE);
  if (positionals.length > 0) throw new UsageError('doctor ne concerne aucune leçon en particulier', USAGE);
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else process.exitCode = await main(values.clean === true);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function main(clean: boolean): Promise<number> {
  const settings = await readSettings();
  if (settings === undefined) {
    process.stderr.write('content/cours.yaml  Les versions ne peuvent pas y être lues. → Lancez « npm run check ».\n');
    return 1;
  }
  const postponed = clean ? (await cleanAtRest({ progress })).flatMap((each) => each.postponed ?? []) : [];
  for (const error of postponed) progress(error.message);
  const checks = await examine({ root, settings });
  process.stdout.write(renderChecks(checks));
  return postponed.length > 0 ? 2 : exitCodeOf(checks);
}

/** Only the versions: broken lessons must not keep the doctor from coming. */
async function readSettings(): Promise<{ image: string; kindVersion: string } | undefined> {
  try {
    const course: unknown = parse(await readFile(join(root, 'content/cours.yaml'), 'utf8'));
    const { kind, noeud } = courseSchema.shape.versions.parse((course as { versions?: unknown } | null)?.versions);
    return { image: noeud, kindVersion: kind };
  } catch {
    return undefined;
  }
}
