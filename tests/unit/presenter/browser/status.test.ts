import { describe, expect, test } from 'vitest';
import type { StateEvent } from '../../../../src/presenter/browser/live-state.ts';
import { type StatusFacts, statusOf } from '../../../../src/presenter/browser/status.ts';

const bridge = (over: Partial<StateEvent>): StateEvent => ({ type: 'state', state: 'ready', ran: [], ...over });
const facts = (over: Partial<StatusFacts>): StatusFacts => ({
  link: 'open',
  bridge: bridge({}),
  work: {},
  runningSince: 0,
  now: 3500,
  ...over,
});

describe('statusOf', () => {
  test.each([
    [{ link: 'none' }, 'hors direct'],
    [{ link: { leftFor: 'reseau' } }, 'hors direct'],
    [{ link: { refused: 'rechargez la page' } }, 'pas d’exécution'],
    [{ link: { retryAt: 5000 } }, 'déconnecté'],
    [{ bridge: undefined }, 'connexion'],
    [{ bridge: bridge({ state: 'preparing', text: 'images' }) }, 'préparation'],
    [{}, 'prêt'],
    [{ bridge: bridge({ state: 'running' }) }, 'exécute'],
    [{ bridge: bridge({ state: 'to-catch-up' }) }, 'à rattraper'],
    [{ work: { missingBefore: 's' } }, 'à rattraper'],
    [{ bridge: bridge({ state: 'failed', text: 'pas de Docker' }) }, 'pas d’exécution'],
  ] satisfies [Partial<StatusFacts>, string][])('%j is said in words, with a glyph', (over, word) => {
    const status = statusOf(facts(over));
    expect(status.word).toBe(word);
    expect(status.glyph).not.toBe('');
  });

  test('a deck that was refused says why, whatever the bridge before it was', () => {
    for (const before of [undefined, bridge({})]) {
      expect(statusOf(facts({ link: { refused: 'rechargez la page' }, bridge: before })).detail).toBe(
        'rechargez la page',
      );
    }
  });

  test('counts what runs, and until the next attempt', () => {
    const counter = (over: Partial<StatusFacts>) => statusOf(facts(over)).counter?.replaceAll('\u00A0', ' ');
    expect(counter({ bridge: bridge({ state: 'running' }) })).toMatch(/^3 s$/);
    expect(counter({ link: { retryAt: 5000 } })).toMatch(/^nouvel essai dans 2 s$/);
  });
});
