import { LessonJudge } from '../../src/judge/judge.ts';
import { planOf } from '../../src/lesson/plan.ts';
import { fence, lessonOf } from '../fixtures/lesson-source.ts';
import { costOf, medianOf } from './cost.ts';
import type { BenchWorld, Figure } from './types.ts';

interface Size {
  readonly what: string;
  readonly expected: string;
  /** Accepted. */
  readonly printed: string;
  /** Differs where it is found last. */
  readonly other: string;
}

const GOAL_MS = 2_000;

const words = 'un mot parmi d’autres, '.repeat(42_000);
const rows = (ready: string): string =>
  ['NAME                   READY   STATUS    RESTARTS   AGE']
    .concat(
      Array.from(
        { length: 10_000 },
        (_, index) => `web-6d8f7c9b4d-${suffix(index)}   ${ready}     Running   0          12s`,
      ),
    )
    .join('\n');
const steps = Array.from({ length: 5_000 }, (_, index) => `étape ${index} faite`).join('\n');

const SIZES: readonly Size[] = [
  { what: 'une ligne de 1 Mo', expected: `${words}fin`, printed: `${words}fin`, other: `${words}suite` },
  {
    what: 'un tableau de 10 000 lignes',
    expected: rows('1/1'),
    printed: rows('1/1'),
    other: rows('1/1').replace(/1\/1(?=[^/]*$)/, '0/1'),
  },
  {
    what: '50 « … » dans 10 000 lignes',
    expected: `${Array<string>(50).fill('…\na').join('\n')}\nfin`,
    printed: `${'a\n'.repeat(10_000)}fin`,
    other: 'a\n'.repeat(10_000),
  },
  {
    what: '50 « … » dans une ligne de 100 ko',
    expected: `${'…a'.repeat(50)}b`,
    printed: `${'a'.repeat(100_000)}b`,
    other: 'a'.repeat(100_000),
  },
  {
    what: '5 000 lignes à « … »',
    expected: steps.replaceAll('faite', '…'),
    printed: steps,
    other: steps.replace('étape 4999', 'étape 5000'),
  },
];

/** How long the judge takes over large outputs, accepted or refused with the reason. */
export async function judgeSpeed({ progress }: BenchWorld): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, expected, printed, other } of SIZES) {
    for (const [output, ok] of [
      [printed, true],
      [other, false],
    ] as const) {
      progress(`juge : ${what}`);
      const lesson = lessonOf(`${fence('bash', 'cat journal')}\n\n${fence('output', expected)}`);
      const [step] = planOf(lesson);
      if (step === undefined) throw new Error('the measured lesson has no step');
      const judge = () => new LessonJudge(lesson).judge(step, { exitCode: 0, output: `${output.trimEnd()}\n` });
      const first = await costOf(() => {
        if (judge().ok !== ok) throw new Error(`${what}: not ${ok ? 'accepted' : 'refused'}`);
        return Promise.resolve();
      });
      // What takes too long is not waited for three times.
      const cost = first.cpu > 2 * GOAL_MS ? first : await medianOf(3, () => costOf(() => Promise.resolve(judge())));
      figures.push({
        what: `juge, ${what}`,
        cost,
        unit: 's',
        goal: { of: 'cpu', most: GOAL_MS / 1000 },
        how: ok ? 'accepté' : 'refusé',
      });
    }
  }
  return figures;
}

/** Five letters and digits, as Kubernetes makes them. */
function suffix(index: number): string {
  const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
  return [0, 1, 2, 3, 4]
    .map((place) => alphabet[Math.floor(index / alphabet.length ** place) % alphabet.length])
    .join('');
}
