import { describe, expect, test } from 'vitest';
import type { ClusterEvent } from '../../../src/cluster-map/types.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import type { StepRecord } from '../../../src/proof/types.ts';
import { clusterViews } from '../../../src/site/cluster-view.ts';
import { lessonSource } from '../../fixtures/lesson-source.ts';
import { recordOf } from '../../fixtures/record-of.ts';

const pod = (at: number, name: string): ClusterEvent => ({
  at,
  object: { kind: 'Pod', name, state: 'Running', ready: true, restarts: 0 },
});

/** Two commands, and between them a hidden one where `hidden` says so; each printed two lines. */
function viewsOf(events: readonly ClusterEvent[], { hidden = '', shown = 'a\nb' } = {}) {
  const source = lessonSource(
    ['```bash id=un\nun\n```', `\`\`\`bash id=deux${hidden}\ntrue\n\`\`\``, '```bash id=trois\ntrois\n```'].join(
      '\n\n',
    ),
  );
  const { lesson } = parseLesson(source, 'content/01-essai/lecon.mdx');
  if (lesson === undefined) throw new Error('la leçon ne se lit pas');
  const record = (
    id: string,
    startMs: number,
  ): readonly [string, { state: 'proven'; record: StepRecord; shown: string }] => [
    id,
    {
      state: 'proven',
      shown,
      record: recordOf({
        id,
        startMs,
        output: 'a\nb\n',
        timing: [
          [100, 1],
          [900, 2],
        ],
        durationMs: 1000,
        tookMs: 3000,
      }),
    },
  ];
  const proofs = new Map([record('un', 0), record('deux', 10_000), record('trois', 20_000)]);
  return clusterViews(lesson, { proofs, problems: [], events });
}

describe('clusterViews', () => {
  test('a snippet has the cluster that it changed, up to the next snippet’s start, and no other has one', () => {
    const views = viewsOf([pod(0, 'avant'), pod(4000, 'pendant'), pod(9000, 'encore')]);
    expect([...views.keys()]).toEqual(['un']);
    expect(views.get('un')?.state.pods.map(({ name }) => name)).toEqual(['avant', 'pendant', 'encore']);
  });

  test('what happens during a hidden snippet is what its reader sees after the one before', () => {
    expect([...viewsOf([pod(12_000, 'tard')]).keys()]).toEqual(['deux']);
    expect([...viewsOf([pod(12_000, 'tard')], { hidden: ' hidden' }).keys()]).toEqual(['un']);
  });

  test('lines come when they were printed in the last attempt; all at its end where some are left out', () => {
    const events = [pod(4000, 'pendant')];
    expect(viewsOf(events).get('un')?.printed.slice(0, 2)).toEqual([
      [2100, 1],
      [2900, 2],
    ]);
    expect(
      viewsOf(events, { shown: 'a\n…' })
        .get('un')
        ?.printed.map(([at]) => at),
    ).toEqual([3000]);
  });

  test('without events no snippet has any', () => {
    expect(viewsOf([]).size).toBe(0);
  });
});
