import type { Position } from '../lesson/types.ts';

/** A snippet does not hold: the author's matter. The message is French and starts with what happened. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  /** The line of the lesson to look at. */
  readonly position: Position;

  constructor(position: Position, message: string) {
    super(message);
    this.position = position;
  }
}
