import type { RevealApi, RevealPlugin } from 'reveal.js';

/**
 * What the class has seen stays: going back leads to the slide before instead of hiding an answer, and a slide that is
 * shown again shows what it showed. Only the pointer at lines of code goes back step by step. A plugin, because only
 * plugins are given the object whose `prev` the keys and the fingers call.
 */
export const keepShown = (): RevealPlugin => ({ id: 'orchestre-keep-shown', init: (deck) => keep(deck as RevealApi) });

function keep(deck: RevealApi): void {
  const seen = new WeakSet<Element>();
  const { prev } = deck;
  deck.prev = (options) => {
    const last = [...(deck.getCurrentSlide()?.querySelectorAll('.fragment.visible') ?? [])].at(-1);
    prev(last?.matches('.step') === true ? options : { skipFragments: true });
  };
  deck.on('fragmentshown', (event) => {
    for (const fragment of (event as unknown as { fragments: Element[] }).fragments) seen.add(fragment);
  });
  deck.on('slidechanged', () => {
    const fragments = [...(deck.getCurrentSlide()?.querySelectorAll<HTMLElement>('.fragment') ?? [])];
    const last = fragments.findLast((fragment) => seen.has(fragment));
    if (last?.matches('.visible') === false) deck.navigateFragment(Number(last.dataset['fragmentIndex']));
  });
}
