import type { Cost } from './cost.ts';

/** One line of the table. Texts are French. */
export interface Figure {
  readonly what: string;
  /** In milliseconds, or two ratios; NaN: not measured. */
  readonly cost: Cost;
  /** `ms`, `s`, or nothing for a ratio. */
  readonly unit: 'ms' | 's' | '';
  /** What we want not to exceed, in the unit. */
  readonly goal?: { readonly of: 'wall' | 'cpu'; readonly most: number };
  /** How it was measured, or what it is made of. */
  readonly how: string;
}

/** Measures something, and says so in one or several figures. */
export type Measure = (world: BenchWorld) => Promise<Figure[]>;

export interface BenchWorld {
  /** The project's root, absolute. */
  readonly root: string;
  readonly progress: (text: string) => void;
}
