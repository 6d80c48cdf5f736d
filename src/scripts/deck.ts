import Reveal from 'reveal.js';
import { startCopying } from './copy.ts';
import { replay, startReplaying } from './replay.ts';
import { lightLines } from './steps.ts';

const KEY_R = 82;
const KEY_S = 83;

startCopying();
startReplaying();

const deck = new Reveal({
  width: 1280,
  height: 720,
  // The slides bring their own margins.
  margin: 0,
  center: false,
  hash: true,
  hashOneBasedIndex: true,
  // The buttons of the navigation, below, take their place.
  controls: false,
  transition: 'none',
  backgroundTransition: 'none',
  navigationMode: 'linear',
  keyboardCondition: () => !document.querySelector('.keys')?.matches('[open]'),
  pdfSeparateFragments: false,
  // On a telephone slides follow each other; full-screen pages would be mostly empty.
  scrollLayout: 'compact',
  help: false,
});

deck.addKeyBinding({ keyCode: KEY_R, key: 'R', description: 'Revoir la commande' }, replayNext);
deck.addKeyBinding({ keyCode: KEY_S, key: 'S', description: 'Vue de l’orateur' }, () => void openNotes());

// By its character: « ? » is not on the same key everywhere.
const keys = document.querySelector<HTMLDialogElement>('.keys');
document.addEventListener('keydown', ({ key }) => key === '?' && keys?.showModal());
document.querySelector('[data-keys]')?.addEventListener('click', () => keys?.showModal());

await deck.initialize();
document.documentElement.classList.add('deck');
// « application » would take the arrow keys and the reading from screen readers (hakimel/reveal.js#3772).
deck.getRevealElement()?.removeAttribute('role');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-go]')) {
  button.addEventListener('click', () => (button.dataset['go'] === 'prev' ? deck.prev() : deck.next()));
}

/** Replays the slide's snippets in turn. */
let next = 0;
deck.on('slidechanged', () => (next = 0));
function replayNext(): void {
  const snippets = [...(deck.getCurrentSlide()?.querySelectorAll<HTMLElement>('.snippet:has([data-replay])') ?? [])];
  const snippet = snippets[next % snippets.length];
  next += 1;
  if (snippet !== undefined) void replay(snippet);
}

for (const change of ['fragmentshown', 'fragmenthidden']) {
  deck.on(change, (event) => {
    const { fragment } = event as unknown as { fragment: HTMLElement };
    const snippet = fragment.matches('.step') ? fragment.closest<HTMLElement>('.snippet') : null;
    if (snippet !== null) lightLines(snippet);
  });
}

/** The speaker view weighs as much as the deck: it comes when it is asked for. */
async function openNotes(): Promise<void> {
  const { default: notes } = await import('reveal.js/plugin/notes');
  const plugin = notes();
  if (!deck.hasPlugin(plugin.id)) deck.registerPlugin(plugin);
  (deck.getPlugin(plugin.id) as unknown as { open: () => void }).open();
}
