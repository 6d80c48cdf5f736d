import { describe, expect, test } from 'vitest';
import { LessonJudge, type Verdict } from '../../../src/judge/judge.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

/** Judges what the snippets of a lesson printed, in their order, and gives the last verdict. */
function judged(...outputs: readonly (readonly [expected: string, printed: string])[]): Verdict {
  const body = outputs.map(([expected]) => `${fence('bash', 'true')}\n\n${fence('output', expected)}`).join('\n\n');
  const lesson = lessonOf(body);
  const judge = new LessonJudge(lesson);
  let last: Verdict = { ok: true, shown: '' };
  for (const [index, step] of planOf(lesson).entries()) {
    const outcome = { exitCode: 0, output: `${outputs[index]?.[1] ?? ''}\n` };
    last = judge.judge(step, outcome);
    if (!last.ok) return last;
    judge.accept(step, outcome);
  }
  return last;
}
const pod = (suffix: string): string => `pod/web-6d8f7c9b4d-${suffix}`;
const deleted = (suffix: string): string => `pod "web-6d8f7c9b4d-${suffix}" deleted`;
const pods = (...suffixes: readonly string[]): string =>
  ['NAME   READY   AGE', ...suffixes.map((suffix) => `web-6d8f7c9b4d-${suffix}   1/1   12s`)].join('\n');

describe('a name', () => {
  test('is the same throughout a lesson', () => {
    expect(judged([pod('2xk9p'), pod('bbbbb')], [deleted('2xk9p'), deleted('bbbbb')]).ok).toBe(true);
    expect(judged([pod('2xk9p'), pod('bbbbb')], [deleted('2xk9p'), deleted('ccccc')])).toMatchObject({
      ok: false,
      line: 22,
    });
  });

  test('is another where another is expected: « the Pod has another name now »', () => {
    expect(judged([pod('2xk9p'), pod('bbbbb')], [pod('9zzzz'), pod('ccccc')]).ok).toBe(true);
    expect(judged([pod('2xk9p'), pod('bbbbb')], [pod('9zzzz'), pod('bbbbb')])).toMatchObject({ ok: false, line: 22 });
    expect(judged([`${pod('2xk9p')}\n${pod('9zzzz')}`, `${pod('bbbbb')}\n${pod('bbbbb')}`]).ok).toBe(false);
    expect(judged([`${pod('2xk9p')}\n${pod('2xk9p')}`, `${pod('bbbbb')}\n${pod('ccccc')}`]).ok).toBe(false);
  });

  test('the hash of a template is one too', () => {
    const replicaSet = (hash: string): string => `replicaset.apps/web-${hash}`;
    expect(judged([pod('2xk9p'), pod('bbbbb')], [replicaSet('6d8f7c9b4d'), replicaSet('6d8f7c9b4d')]).ok).toBe(true);
    expect(judged([pod('2xk9p'), pod('bbbbb')], [replicaSet('6d8f7c9b4d'), replicaSet('77c9b4d5f6')]).ok).toBe(false);
    expect(judged([pod('2xk9p'), pod('bbbbb')], [replicaSet('77c9b4d5f6'), replicaSet('6d8f7c9b4d')]).ok).toBe(false);
  });

  test('an identifier is known by its first twelve digits', () => {
    const [one, other] = ['1f'.repeat(32), '2f'.repeat(32)];
    const list = (id: string): string => `CONTAINER ID   NAMES\n${id.slice(0, 12)}   web`;
    expect(judged([one, other], [list(one), list(other)]).ok).toBe(true);
    expect(judged([one, other], [list(one), list('3f'.repeat(6))]).ok).toBe(false);
  });
});

describe('rows whose names have no order', () => {
  test('are decided by what another output says of their names', () => {
    const first: [string, string] = [pods('bbbbb', 'ccccc', 'ddddd'), pods('x2222', 'x4444', 'x5555')];
    for (const name of ['x2222', 'x4444', 'x5555']) {
      const rest = ['x2222', 'x4444', 'x5555'].filter((other) => other !== name);
      const gone: [string, string] = [deleted('bbbbb'), deleted(name)];
      const after = pods('bzzzz', 'ccccc', 'ddddd');
      expect(judged(first, gone, [after, pods(...rest, 'z2222')]).ok).toBe(true);
      expect(judged(first, gone, [after, pods('b2222', ...rest)]).ok).toBe(true);
      // The deleted one is still there; or all are new.
      expect(judged(first, gone, [after, pods(name, rest[0] ?? '', 'z2222')]).ok).toBe(false);
      expect(judged(first, gone, [after, pods('z2222', 'z4444', 'z5555')]).ok).toBe(false);
    }
    expect(judged(first, [deleted('bbbbb'), deleted('z2222')]).ok).toBe(false);
  });

  test('whichever output comes first', () => {
    expect(judged([deleted('bbbbb'), deleted('x4444')], [pods('bbbbb', 'ccccc'), pods('x2222', 'x4444')]).ok).toBe(
      true,
    );
    expect(judged([deleted('bbbbb'), deleted('x4444')], [pods('bbbbb', 'ccccc'), pods('x2222', 'x5555')]).ok).toBe(
      false,
    );
  });

  test('lines and words that say the same have none either', () => {
    const before: [string, string] = [deleted('ddddd'), deleted('x2222')];
    const lines = (...suffixes: string[]): string => suffixes.map(pod).join('\n');
    expect(judged(before, [lines('bbbbb', 'ddddd'), lines('x2222', 'x4444')]).ok).toBe(true);
    expect(
      judged(before, [lines('bbbbb', 'ddddd').replace('\n', ' '), lines('x2222', 'x4444').replace('\n', ' ')]).ok,
    ).toBe(true);
    expect(judged(before, [lines('bbbbb', 'ddddd'), lines('x5555', 'x4444')]).ok).toBe(false);
  });

  test('beside …, one of them is there', () => {
    const open = `${pods('bbbbb')}\n…`;
    const printed = pods('x2222', 'x4444', 'x5555');
    expect(judged([open, printed], [deleted('bbbbb'), deleted('x4444')]).ok).toBe(true);
    expect(judged([open, printed], [deleted('bbbbb'), deleted('z4444')]).ok).toBe(false);
    expect(judged([deleted('bbbbb'), deleted('x4444')], [open, printed])).toMatchObject({
      ok: true,
      shown: `NAME   READY   AGE\n…\nweb-6d8f7c9b4d-x4444   1/1   12s\n…\n`,
    });
    expect(judged([deleted('bbbbb'), deleted('z4444')], [open, printed]).ok).toBe(false);
  });
});

describe('an address', () => {
  const addresses = (one: string, other: string): string => `avant 10.244.0.${one}\naprès 10.244.0.${other}`;
  test('is the same in one output: « the address stayed », « it changed »', () => {
    expect(judged([addresses('5', '5'), addresses('7', '7')]).ok).toBe(true);
    expect(judged([addresses('5', '5'), addresses('7', '8')]).ok).toBe(false);
    expect(judged([addresses('5', '6'), addresses('7', '7')]).ok).toBe(false);
  });

  test('but may be given again in another one', () => {
    expect(judged(['IP: 10.244.0.5', 'IP: 10.244.0.7'], ['IP: 10.244.0.6', 'IP: 10.244.0.7']).ok).toBe(true);
  });
});

test('a refusal says which name, what stood for it, and what to do', () => {
  const kept = judged([pod('2xk9p'), pod('bbbbb')], [pod('9zzzz'), pod('bbbbb')]);
  expect(kept.ok || kept.message).toBe(
    '«\u00a0web-6d8f7c9b4d-2xk9p\u00a0» et «\u00a0web-6d8f7c9b4d-9zzzz\u00a0» sont attendus différents, mais «\u00a0web-6d8f7c9b4d-bbbbb\u00a0» est affiché pour les deux\n' +
      '  → si l’objet est le même, attendez ici le même nom que plus haut',
  );
  const changed = judged([pod('2xk9p'), pod('bbbbb')], [deleted('2xk9p'), deleted('ccccc')]);
  expect(changed.ok || changed.message).toContain(
    '«\u00a0web-6d8f7c9b4d-bbbbb\u00a0» est devenu «\u00a0web-6d8f7c9b4d-ccccc\u00a0»',
  );
});

test('a step that is judged again and again binds nothing before it is accepted', () => {
  const lesson = lessonOf(`${fence('bash', 'true')}\n\n${fence('output', pod('2xk9p'))}`);
  const judge = new LessonJudge(lesson);
  const [step] = planOf(lesson);
  if (!step) throw new Error('no step');
  for (const suffix of ['bbbbb', 'ccccc', 'bbbbb']) {
    expect(judge.judge(step, { exitCode: 0, output: `${pod(suffix)}\n` }).ok).toBe(true);
  }
});
