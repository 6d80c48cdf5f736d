/** One line of the table. Texts are French. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** `ms`, `s`, or nothing for a ratio. */
  readonly unit: string;
  /** The value that we want not to exceed. */
  readonly goal?: number;
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
