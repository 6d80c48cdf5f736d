import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { courseSchema } from '../../../src/course/schemas.ts';
import { readOptions } from '../../../src/verify/options.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}
interface Job {
  readonly needs?: string | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly Step[];
}

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const jobsOf = (path: string) => Object.entries((read(path) as { jobs: Record<string, Job> }).jobs);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const { steps: tools } = (read('.github/actions/outils/action.yml') as { runs: { steps: Step[] } }).runs;
const publication = Object.fromEntries(jobsOf('.github/workflows/publier.yml'));

/** A job's command lines, once for each value of its matrix. */
function commandsOf({ steps, strategy }: Job): string[] {
  const [[name = '', values = ['']] = []] = Object.entries(strategy?.matrix ?? {});
  const runs = steps.flatMap(({ run }) => run?.split('\n') ?? []);
  return values.flatMap((value) =>
    runs.map((run) =>
      run
        .replaceAll(`\${{ matrix.${name} }}`, String(value))
        .replaceAll('${{ strategy.job-total }}', String(values.length)),
    ),
  );
}

/** The words behind `npm run NAME --`. */
const argumentsOf = (command: string): string[] =>
  (/ -- (.*?)(?: \||$)/.exec(command)?.[1] ?? '').split(' ').filter(Boolean);

describe.each(globSync('.github/workflows/*.yml').sort())('%s', (path) => {
  test.each(jobsOf(path))('« %s » runs scripts that exist, behind jobs that exist', (_, job) => {
    for (const command of commandsOf(job)) {
      expect(command).not.toContain('${{ matrix');
      for (const [, name = ''] of command.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g))
        expect(scripts).toHaveProperty(name);
      for (const [, script = ''] of command.matchAll(/\bnpm (test|start)\b/g)) expect(scripts).toHaveProperty(script);
    }
    const jobs = jobsOf(path).map(([name]) => name);
    for (const need of [job.needs ?? []].flat()) expect(jobs).toContain(need);
    const local = job.steps.flatMap(({ uses }) => (uses?.startsWith('./') === true ? [uses] : []));
    for (const action of local) expect(globSync(`${action}/action.yml`)).toHaveLength(1);
  });
});

test('every job gets kind and kubectl in the course’s versions', () => {
  const { versions } = courseSchema.parse(read('content/cours.yaml'));
  const [kind] = tools.filter(({ uses }) => uses?.startsWith('helm/kind-action') === true);
  expect(kind?.with).toMatchObject({ version: `v${versions.kind}`, kubectl_version: `v${versions.kubectl}` });
  expect(tools.map(({ run }) => run)).toContain('npm ci');
});

describe('the publication', () => {
  const [prouver, construire] = [publication['prouver'], publication['construire']];
  if (prouver === undefined || construire === undefined) throw new Error('publier.yml lacks a job');
  const options = commandsOf(prouver)
    .filter((command) => command.includes(' verify '))
    .map((command) => readOptions(argumentsOf(command)));
  const artefacts = (job: Job, action: string) => job.steps.filter(({ uses }) => uses?.startsWith(action) === true);

  test('proves all lessons, each part of them, and again one that failed, by options that verify knows', () => {
    const parts = options.map(({ shard }) => shard?.index);
    const count = options.length / 2;
    expect(parts).toEqual(Array.from({ length: count }, (_, at) => [at + 1, at + 1]).flat());
    expect(count).toBeGreaterThan(1);
    const [first, again] = prouver.steps.filter(({ run }) => run?.includes(' verify ') === true);
    expect(first).toMatchObject({ id: 'premier', 'continue-on-error': true });
    expect(again).toMatchObject({ if: "steps.premier.outcome == 'failure'" });
    for (const { all, update, shard, lessons } of options) {
      expect({ all, update, lessons, count: shard?.count }).toEqual({
        all: true,
        update: false,
        lessons: [],
        count,
      });
    }
  });

  test('gathers the proofs that the parts wrote, and builds with these', () => {
    const [written] = new Set(options.map(({ proofs }) => proofs));
    const [up] = artefacts(prouver, 'actions/upload-artifact');
    const [down] = artefacts(construire, 'actions/download-artifact');
    const folder = String(down?.with?.['path']);
    expect(written).toBe(`${process.cwd()}/${folder}`);
    expect(up?.with?.['path']).toBe(`${folder}/`);
    expect(construire.env?.['ORCHESTRE_PREUVES']).toBe(`\${{ github.workspace }}/${folder}`);
    expect(up?.with?.['name']).toBe(`${String(down?.with?.['pattern']).replace('*', '')}\${{ matrix.part }}`);
    expect(down?.with?.['merge-multiple']).toBe(true);
  });

  test('runs all that .ci/run does', () => {
    const scriptsIn = (text: string) =>
      new Set([...text.matchAll(/\bnpm (?:run (?:--silent )?)?([\w:]+)/g)].map(([, script]) => script));
    const here = scriptsIn(Object.values(publication).flatMap(commandsOf).join('\n'));
    // The tally is what it says at its end.
    const there = [...scriptsIn(readFileSync('.ci/run', 'utf8'))].filter((script) => script !== 'tally');
    expect(there.filter((script) => !here.has(script))).toEqual([]);
    expect(there.length).toBeGreaterThan(5);
  });

  test('builds once, behind every proof and every test, and publishes what was built', () => {
    const builds = Object.values(publication)
      .flatMap(commandsOf)
      .filter((command) => / build$/.test(command));
    expect(builds).toHaveLength(1);
    expect(construire.needs).toEqual(['tester', 'prouver']);
    expect(publication['publier']?.needs).toBe('construire');
  });
});
