import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { loadCourse } from '../../src/course/load.ts';
import { parseDuration } from '../../src/lesson/duration.ts';
import { mutantsOf } from './enumerate.ts';
import type { Mutant } from './mutant.ts';
import { type Caught, copyCourse, tryMutant } from './try-mutant.ts';

/** Tried, and what became of it. */
interface Tried {
  readonly mutant: Mutant;
  readonly caught: Caught;
}

/**
 * `npm run mutants -- LESSON [--budget=15m] [--seed=1]`: spoils a proven lesson one line at a time and says which
 * changes nobody noticed. Outputs are judged against the recorded run, all of them; commands and YAML are run, the most
 * telling first, until the budget is spent.
 * @returns 0 when at least 95 % were caught, 1 when fewer, 2 when the command line names no lesson, or one that is refused as it is
 */
export async function mutants(root: string, args: readonly string[], say: (line: string) => void): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { budget: { type: 'string', default: '15m' }, seed: { type: 'string', default: '1' } },
  });
  const budget = parseDuration(values.budget);
  const course = await loadCourse(root);
  const lesson = course.lessons.find(({ slug, file }) =>
    [slug, dirname(file).split('/').at(-1)].includes(positionals[0]),
  );
  if (lesson === undefined || budget === undefined) {
    say('Usage : npm run mutants -- LEÇON [--budget=15m] [--seed=1]');
    return 2;
  }
  const place = await mkdtemp(join(tmpdir(), 'orchestre-mutants-'));
  try {
    const objections = await copyCourse(root, lesson.slug, place);
    if (objections.length > 0) {
      say(`Rien ne peut être dit de ${lesson.slug} : sans aucune faute ajoutée, la leçon est déjà refusée.`);
      for (const objection of objections) say(objection);
      return 2;
    }
    const all = mutantsOf(lesson, await readFile(join(root, lesson.file), 'utf8'), Number(values.seed));
    const deadline = performance.now() + budget;
    const tried: Tried[] = [];
    for (const mutant of [...all.filter(({ offline }) => offline), ...all.filter(({ offline }) => !offline)]) {
      if (!mutant.offline && performance.now() > deadline) break;
      const caught = await tryMutant(mutant, { root: place, lesson });
      if (caught === undefined) continue;
      tried.push({ mutant, caught });
      if (caught === 'survivant') say(survivorLine(lesson.file, mutant));
    }
    say(summaryOf(lesson.slug, tried, all.length));
    return tried.filter(({ caught }) => caught !== 'survivant').length >= 0.95 * tried.length ? 0 : 1;
  } finally {
    await execa(process.execPath, [join(import.meta.dirname, '../../scripts/doctor.ts'), '--clean'], { reject: false });
    await rm(place, { recursive: true, force: true });
  }
}

function survivorLine(file: string, { line, operator, before, after, excuse }: Mutant): string {
  return `${file}:${line}  ${operator} : « ${before} » → « ${after} »${excuse === '' ? '' : `  (peut-être : ${excuse})`}`;
}

function summaryOf(slug: string, tried: readonly Tried[], total: number): string {
  const by = (wanted: Caught): number => tried.filter(({ caught }) => caught === wanted).length;
  const caught = tried.length - by('survivant');
  const share = tried.length === 0 ? 0 : (100 * caught) / tried.length;
  return [
    `${slug} : ${caught} mutants sur ${tried.length} attrapés (${share.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %),`,
    `${by('contrôle')} par le contrôle, ${by('publication')} à la publication, ${by('exécution')} à l’exécution ;`,
    `${by('survivant')} survivants ; ${total - tried.length} non essayés.`,
  ].join(' ');
}
