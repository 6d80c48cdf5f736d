import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToKeys, type Wish } from '../../../../src/presenter/browser/keys.ts';

let press: (event: KeyboardEvent) => void;
const wishes: Wish[] = [];

beforeEach(() => {
  wishes.length = 0;
  vi.stubGlobal('addEventListener', (_type: string, listen: typeof press) => (press = listen));
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal('window', { parent: undefined, frameElement: null });
  listenToKeys((wish) => wishes.push(wish) > 0);
});
afterEach(() => vi.unstubAllGlobals());

/** @returns whether the bridge kept it from reveal.js */
function key(name: string, over: Partial<KeyboardEvent> = {}): boolean {
  const stopImmediatePropagation = vi.fn<() => void>();
  const event = { key: name, isTrusted: true, repeat: false, target: null, ...over };
  press({ ...event, preventDefault: () => undefined, stopImmediatePropagation } as unknown as KeyboardEvent);
  return stopImmediatePropagation.mock.calls.length > 0;
}

describe('listenToKeys', () => {
  test.each([
    ['l', 'run'],
    ['r', 'recorded'],
    ['a', 'stop'],
    ['n', 'restart'],
  ])('a held %s wishes once, and turns no slide', (name, wish) => {
    expect([key(name), key(name, { repeat: true }), key(name, { repeat: true })]).toEqual([true, true, true]);
    expect(wishes).toEqual([wish]);
  });

  test('a held key of the next step is reveal.js’ own', () => {
    expect([key('ArrowRight'), key('ArrowRight', { repeat: true })]).toEqual([true, false]);
    expect(wishes).toEqual(['next']);
  });

  test('a key that a script made up wishes nothing', () => {
    expect(key('l', { isTrusted: false })).toBe(false);
    expect(wishes).toEqual([]);
  });
});
