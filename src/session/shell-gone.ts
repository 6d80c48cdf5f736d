import type { Death, Timeout } from './control.ts';

/** A shell that was asked something had ended, or does not answer: the session knows for which step it asked. */
export class ShellGone extends Error {
  override readonly name = 'ShellGone';
  readonly ending: Death | Timeout;

  constructor(ending: Death | Timeout) {
    super(`the lesson's shell does not answer: ${JSON.stringify(ending)}`);
    this.ending = ending;
  }
}
