import type { RevealApi } from 'reveal.js';
import type { ClusterPanels } from './cluster-panels.ts';

const KEY_C = 67;

/** The cluster beside a slide's snippet: what draws it comes with the first slide, or the first key, that asks for it. */
export interface ClusterKey {
  /** @returns whether a snippet's replay is taken over by the drawing beside it */
  play(snippet: HTMLElement): boolean;
}

/** `C` opens and closes it; a snippet marked `cluster-map` opens it when its slide is first reached. */
export function startClusterKey(deck: RevealApi): ClusterKey {
  const reached = new WeakSet<Element>();
  let panels: Promise<ClusterPanels> | undefined;
  const load = (): Promise<ClusterPanels> =>
    (panels ??= import('./cluster-panels.ts').then(({ ClusterPanels }) => new ClusterPanels(deck)));
  const reach = (): void => {
    const slide = deck.getCurrentSlide() as HTMLElement | undefined;
    if (slide === undefined || reached.has(slide)) return;
    reached.add(slide);
    if (slide.querySelector('[data-cluster=open]') === null) return;
    // At once: what comes a moment later must not push the words aside.
    slide.classList.add('mapped');
    void load().then((each) => each.open(slide));
  };
  deck.addKeyBinding(
    { keyCode: KEY_C, key: 'C', description: 'Le cluster' },
    () => void load().then((each) => each.toggle()),
  );
  deck.on('ready', reach);
  deck.on('slidechanged', reach);
  return {
    play: (snippet) => {
      if (snippet.closest('.mapped') === null || !snippet.matches('[data-cluster]')) return false;
      void load().then((each) => each.play(snippet));
      return true;
    },
  };
}
