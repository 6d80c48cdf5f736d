/** What the bridge knows of reveal.js: its document, and the messages that it takes. It never holds the deck itself. */
const reveal = (): Element | null => document.querySelector('.reveal');

/** @returns the slide that the class sees */
export const currentSlide = (): HTMLElement | null => document.querySelector<HTMLElement>('.slides > section.present');

/** An overview or a black screen is there: keys are reveal.js' own. */
export const isElsewhere = (): boolean => reveal()?.matches('.overview, .paused') === true;

/** @param told of each new slide, and of all that changes what can be seen of it */
export function onSlide(told: () => void): void {
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'overviewhidden', 'resumed']) {
    reveal()?.addEventListener(event, told);
  }
}

/** Shows all that a snippet of the present slide hides, as the presenter's next keys would. */
export function showAnswers(box: HTMLElement): void {
  const hidden = [...box.querySelectorAll<HTMLElement>('.fragment:is(.answer, .closing):not(.visible)')].at(-1);
  const index = hidden?.dataset['fragmentIndex'];
  if (index === undefined) return;
  const message = { method: 'navigateFragment', args: [Number(index)] };
  postMessage(JSON.stringify(message), location.origin);
}

/** @returns whether the next key would show something before this box: words, a hint, another answer */
export function hidesBefore(slide: Element, box: Element): boolean {
  const next = [...slide.querySelectorAll('.fragment:not(.visible)')].find((each) => !box.contains(each));
  return next !== undefined && (next.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * The window of the speaker view around this deck, whose keys reveal.js sends to the present slide's frame; nothing in
 * the frame of the slide to come.
 */
export function speakerWindow(): Window | undefined {
  if (window.parent === window) return undefined;
  try {
    return window.frameElement?.closest('#current-slide') == null ? undefined : window.parent;
  } catch {
    return undefined;
  }
}
