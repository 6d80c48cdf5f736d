import type { Step } from '../lesson/plan.ts';

/** Where a lesson that is presented stands: which steps were run, and which may be run next. */
export class CourseOfSteps {
  readonly plan: readonly Step[];
  /** Ids of steps that were run, whatever came of it, or are in the background. */
  readonly #begun = new Set<string>();
  readonly #held = new Set<string>();

  constructor(plan: readonly Step[]) {
    this.plan = plan;
  }

  /** @returns the step of exactly that id */
  find(id: string): Step | undefined {
    return this.plan.find((step) => step.id === id);
  }

  /** @param held it did what its author expects */
  ran(id: string, held: boolean): void {
    this.#begun.add(id);
    if (held) this.#held.add(id);
    else this.#held.delete(id);
  }

  /** The shells are new: nothing was run. */
  forget(): void {
    this.#begun.clear();
    this.#held.clear();
  }

  /** In the order of the plan. */
  get held(): string[] {
    return this.plan.flatMap(({ id }) => (this.#held.has(id) ? [id] : []));
  }

  hasHeld(id: string): boolean {
    return this.#held.has(id);
  }

  get next(): string | undefined {
    return this.plan.find((step) => !isCheck(step) && !this.#begun.has(step.id))?.id;
  }

  /** @returns the steps before it that were not run; a check leaves nothing behind, so that none needs it */
  missingBefore(id: string): Step[] {
    const index = this.plan.findIndex((step) => step.id === id);
    return this.plan.slice(0, Math.max(0, index)).filter((step) => !isCheck(step) && !this.#begun.has(step.id));
  }
}

export function isCheck({ snippet }: Step): boolean {
  return snippet.attributes.check;
}

/** It has no box on a slide: nobody can ask for it. */
export function isUnseen({ snippet }: Step): boolean {
  return snippet.attributes.hidden || snippet.attributes.skip !== undefined;
}
