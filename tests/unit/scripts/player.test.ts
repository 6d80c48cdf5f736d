import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LONGEST_PAUSE, Player } from '../../../src/scripts/player.ts';

describe('Player', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function playerOf(moments: number[]) {
    const shown: [number, boolean][] = [];
    const player = new Player({ moments, show: (index, moving) => shown.push([index, moving]) }, () => undefined);
    return { player, shown, places: () => shown.map(([index]) => index) };
  }

  test('each moment comes when it came in the run, and at four times the speed in a quarter of that', () => {
    const { player, places } = playerOf([100, 500, 1500]);
    player.goTo(0);
    player.play();
    vi.advanceTimersByTime(399);
    expect(places()).toEqual([0]);
    vi.advanceTimersByTime(1);
    expect(places()).toEqual([0, 1]);
    player.pause();
    player.speed = 4;
    player.play();
    vi.advanceTimersByTime(250);
    expect(places()).toEqual([0, 1, 2]);
    expect(player.playing).toBe(false);
  });

  test('nobody waits longer than three seconds', () => {
    const { player, places } = playerOf([0, 60_000]);
    player.goTo(0);
    player.play();
    vi.advanceTimersByTime(LONGEST_PAUSE);
    expect(places()).toEqual([0, 1]);
  });

  test('a pause holds it where it is, a step goes to the next moment and stays', () => {
    const { player, places } = playerOf([0, 100, 200]);
    player.goTo(0);
    player.play();
    player.pause();
    vi.advanceTimersByTime(10_000);
    expect(places()).toEqual([0]);
    player.goTo(player.index + 1);
    vi.advanceTimersByTime(10_000);
    expect(places()).toEqual([0, 1]);
  });

  test('things move only from one moment to the next, and no step leads out of the film', () => {
    const { player, shown } = playerOf([0, 100, 200]);
    player.goTo(-5);
    player.goTo(1);
    player.goTo(0);
    player.goTo(9);
    expect(shown).toEqual([
      [0, false],
      [1, true],
      [0, false],
      [2, false],
    ]);
  });
});
