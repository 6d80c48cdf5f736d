import type { ClusterState } from '../../cluster-map/types.ts';
import { layoutCluster } from './layout.ts';

/** How a drawing stands in a room: laid out for a width, then made larger or smaller. */
export interface Fitting {
  /** What to lay it out for, in pixels. */
  readonly width: number;
  readonly scale: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What `layoutCluster` may be asked for; beyond, words would be too small in any room. */
const WIDTHS = { least: 320, most: 960, step: 20 };
/** Larger, a single Pod would be a poster. */
const LARGEST = 2;

/**
 * @param states that are drawn there one after the other
 * @param room in pixels
 * @returns the fitting at which words are largest; the same for all states, so that nothing grows or shrinks between them
 */
export function fitDrawing(states: readonly ClusterState[], { width, height }: Room): Fitting {
  let best: Fitting = { width: WIDTHS.least, scale: 0 };
  for (let each = WIDTHS.least; each <= WIDTHS.most; each += WIDTHS.step) {
    const highest = Math.max(1, ...states.map((state) => layoutCluster(state, each).height));
    const scale = Math.min(LARGEST, width / each, height / highest);
    if (scale > best.scale) best = { width: each, scale };
  }
  return best;
}

/** @returns whether a state has its place there, drawn so */
export function fits(state: ClusterState, { width, scale }: Fitting, room: Room): boolean {
  return layoutCluster(state, width).height * scale <= room.height;
}
