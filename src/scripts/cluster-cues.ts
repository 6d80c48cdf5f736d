const ANSWER = '.answer.fragment';

/** A snippet that changed the cluster, as it stands on a slide. */
export interface Drawn {
  readonly snippet: HTMLElement;
  /** What the class sees when it learns what came of it: its own last answer, or the next one on the slide. */
  readonly cue: Element | undefined;
}

/** @returns a slide's snippets that changed the cluster, in their order */
export function drawnOn(slide: HTMLElement): Drawn[] {
  const answers = [...slide.querySelectorAll(ANSWER)];
  return [...slide.querySelectorAll<HTMLElement>('.snippet[data-cluster]')].map((snippet) => {
    const own = answers.findLast((answer) => snippet.contains(answer));
    const next = answers.find((answer) => snippet.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING);
    return { snippet, cue: own ?? next };
  });
}

/** @returns whether the class may know what came of it */
export const isKnown = ({ cue }: Drawn): boolean => cue?.matches('.visible') !== false;

/** @returns the snippet whose cluster a slide shows: the last one known, or the first, as long as none is */
export function currentOf(drawn: readonly Drawn[]): Drawn | undefined {
  const unknown = drawn.findIndex((each) => !isKnown(each));
  return unknown === -1 ? drawn.at(-1) : drawn[Math.max(0, unknown - 1)];
}
