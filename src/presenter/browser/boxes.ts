/** A snippet's box on a slide, and the step of the lesson's plan whose run it shows. */
export interface Box {
  readonly element: HTMLElement;
  readonly slide: HTMLElement;
  readonly step: string;
  /** An exercise's check, which may be run again. */
  readonly check: boolean;
}

const PREFIX = 'extrait-';
const AFTER = '-apres';

/**
 * @param steps the plan's step ids in order: a check's first run is `<id>/avant`
 * @returns the deck's boxes that can be run, in order; those that are never run left out
 */
export function boxesOf(deck: ParentNode, steps: readonly string[]): Box[] {
  const known = new Set(steps);
  return [...deck.querySelectorAll<HTMLElement>(`.slides .snippet[id^="${PREFIX}"]`)].flatMap((element) => {
    const slide = element.closest<HTMLElement>('.slides > section');
    const step = stepOf(element.id.slice(PREFIX.length), known);
    if (slide === null || step === undefined || element.querySelector('.foot[data-state="skipped"]') !== null)
      return [];
    return [{ element, slide, step: step.id, check: step.check }];
  });
}

function stepOf(name: string, known: ReadonlySet<string>): { id: string; check: boolean } | undefined {
  if (known.has(`${name}/avant`)) return { id: `${name}/avant`, check: true };
  if (known.has(name)) return { id: name, check: false };
  const check = name.endsWith(AFTER) ? name.slice(0, -AFTER.length) : undefined;
  return check !== undefined && known.has(check) ? { id: check, check: true } : undefined;
}

/** What can be asked for on a slide. */
export interface SlideWork {
  /** What `L` runs; nothing where all has run. */
  readonly next?: Box;
  /** The step that everything before has to be run for; nothing where nothing is missing. */
  readonly missingBefore?: string;
}

/** What is known of the lesson's steps. */
export interface Progress {
  /** In the order of the plan. */
  readonly steps: readonly string[];
  /** Steps that were run and held. */
  readonly ran: readonly string[];
  /** The first that was not run, whatever came of it; absent when all were. */
  readonly next: string | undefined;
  /** Of the steps whose last run has ended. */
  readonly verdicts: ReadonlyMap<string, 'same' | 'different' | 'failed'>;
}

/**
 * What may run on a slide follows what the bridge allows: a check at any time, any other step behind all before it.
 * @param boxes of the whole deck
 */
export function workOf(slide: Element, boxes: readonly Box[], { steps, ran, next, verdicts }: Progress): SlideWork {
  const rank = (step: string): number => steps.indexOf(step);
  const begun = ({ step }: Box): boolean => next === undefined || rank(step) < rank(next);
  const done = (box: Box): boolean =>
    ran.includes(box.step) ||
    // What failed is the next one still: it is run again.
    (box.check ? verdicts.has(box.step) : begun(box) && verdicts.get(box.step) === 'different');
  const here = boxes.filter((box) => box.slide === slide);
  const first = here.find((box) => !done(box)) ?? here.findLast((box) => box.check || !ran.includes(box.step));
  const target = first ?? boxes.find((box) => isBehind(box.slide, slide));
  const before = target === undefined ? [] : boxes.slice(0, boxes.indexOf(target));
  // A check only looks: nothing that follows needs it.
  const missing = before.some((box) => box.slide !== slide && !box.check && !begun(box));
  return {
    ...(first === undefined ? {} : { next: first }),
    ...(missing && target !== undefined ? { missingBefore: target.step } : {}),
  };
}

const isBehind = (one: Element, other: Element): boolean =>
  (other.compareDocumentPosition(one) & other.DOCUMENT_POSITION_FOLLOWING) !== 0;
