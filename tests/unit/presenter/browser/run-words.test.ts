import { describe, expect, test } from 'vitest';
import { runWords } from '../../../../src/presenter/browser/run-words.ts';
import type { EndedEvent, LiveRun } from '../../../../src/presenter/browser/live-state.ts';

const ENDED: EndedEvent = {
  type: 'ended',
  snippet: 's',
  ms: 1240,
  verdict: 'same',
  exitCode: 0,
  output: '',
  commands: [],
};
const RUN: LiveRun = { step: 's', attempt: 1, startedAt: 1000, printed: [] };
const said = (run: LiveRun, facts: Partial<Parameters<typeof runWords>[1]> = {}) =>
  runWords(run, { now: 4200, active: false, held: false, check: false, ...facts }).text.replaceAll('\u00A0', ' ');
const ended = (over: Partial<EndedEvent>): LiveRun => ({ ...RUN, ended: { ...ENDED, ...over } });

describe('the foot of a live snippet', () => {
  test('counts while it runs, and says its attempt and what it waits for', () => {
    expect(said(RUN, { active: true })).toBe('en direct · 3 s');
    const waiting = { text: 'deployment/web', sinceMs: 2200 };
    expect(said({ ...RUN, attempt: 3, waiting }, { active: true })).toBe(
      'en direct · 3 s · essai 3 · attend deployment/web, 2 s',
    );
  });

  test('what has not ended although it held is in the background; what does not run was interrupted', () => {
    expect(said(RUN, { held: true })).toBe('en direct · en arrière-plan · 3 s');
    expect(said(RUN)).toBe('en direct · interrompu');
  });

  test('says whether it is as it was recorded, and the first place where it is not', () => {
    expect(said(ended({}))).toBe('en direct · 1,2 s · comme dans l’enregistrement');
    const differing = [
      { line: 2, column: 'STATUS', expected: 'Running', actual: 'Pending', reason: '' },
      { line: 3, expected: 'a', actual: 'b', reason: '' },
    ];
    expect(said(ended({ verdict: 'different', differing }))).toBe(
      'en direct · 1,2 s · différent de l’enregistrement : STATUS, « Running » attendu (et 1 autre)',
    );
  });

  test('a failure has its line and its reason’s first line', () => {
    const failed = ended({ verdict: 'failed', exitCode: 1, line: 2, message: 'code 1 au lieu de 0\nla suite' });
    expect(said(failed)).toBe('en direct · échec ligne 2 : code 1 au lieu de 0');
  });

  test('a check says itself whether the work is done', () => {
    expect(said(ended({ exitCode: 1, verdict: 'failed' }), { check: true })).toMatch(/pas encore réussi$/);
    expect(said(ended({}), { check: true })).toMatch(/· réussi$/);
  });
});
