import Reveal from 'reveal.js';
import { startBoxes } from './boxes.ts';
import { keepShown } from './fragments.ts';
import { fetchDrawings } from './drawings.ts';
import { type ClusterKey, startClusterKey } from './cluster-key.ts';
import { layForPrint, startPrinting } from './printing.ts';
import { replay, startReplaying } from './replay.ts';
import { lightLines } from './steps.ts';

const KEY_R = 82;
const KEY_S = 83;
const KEY_PREVIOUS = 80;
const KEY_NEXT = 78;

startBoxes('.answer:not(.made) > .output');

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
  // Slides are laid out when they are near; the others cost nothing.
  viewDistance: 2,
  // Its own view for telephones loses a slide's address, and reads worse than the lesson's page.
  scrollActivationWidth: null as unknown as number,
  help: false,
  plugins: [keepShown],
});

/** The slide's snippet that the next R replays. */
let next = 0;

// An address with ?print-pdf, reveal.js' own, shows the pages as Ctrl+P prints them.
if (/[?&]print-pdf\b/i.test(location.search)) await layForPrint();
else await present();

async function present(): Promise<void> {
  startPrinting();
  const cluster = startClusterKey(deck);
  startReplaying({ prepare: showAnswers, play: cluster.play });
  // By its character: « ? » is not on the same key everywhere.
  const keys = document.querySelector<HTMLDialogElement>('.keys');
  document.addEventListener('keydown', ({ key }) => key === '?' && keys?.showModal());
  document.querySelector('[data-keys]')?.addEventListener('click', () => keys?.showModal());
  deck.addKeyBinding({ keyCode: KEY_R, key: 'R', description: 'Revoir la commande' }, () => replayNext(cluster));
  deck.addKeyBinding({ keyCode: KEY_S, key: 'S', description: 'Vue de l’orateur' }, () => void openNotes());
  for (const change of ['fragmentshown', 'fragmenthidden']) {
    deck.on(change, (event) => {
      const { fragment } = event as unknown as { fragment: HTMLElement };
      const snippet = fragment.matches('.step') ? fragment.closest<HTMLElement>('.snippet') : null;
      if (snippet !== null) lightLines(snippet);
    });
  }
  deck.on('slidechanged', () => (next = 0));
  await deck.initialize();
  const { classList } = document.documentElement;
  classList.toggle('speaker', deck.isSpeakerNotes());
  classList.add('deck');
  // « application » would take the arrow keys and the reading from screen readers (hakimel/reveal.js#3772).
  deck.getRevealElement()?.removeAttribute('role');
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-go]')) {
    button.addEventListener('click', () => deck.triggerKey(button.dataset['go'] === 'prev' ? KEY_PREVIOUS : KEY_NEXT));
  }
  fetchDrawings();
}

/** Replays the slide's snippets in turn, the first one whose answer is still hidden before all. */
function replayNext(cluster: ClusterKey): void {
  const snippets = [...(deck.getCurrentSlide()?.querySelectorAll<HTMLElement>('.snippet:has([data-replay])') ?? [])];
  const hidden = snippets.findIndex((snippet) => snippet.querySelector('.answer.fragment:not(.visible)') !== null);
  if (hidden !== -1) next = hidden;
  const snippet = snippets[next % snippets.length];
  next += 1;
  if (snippet === undefined) return;
  showAnswers(snippet);
  if (!cluster.play(snippet)) void replay(snippet);
}

/** Asks for all that a snippet printed, as the presenter's next keys would. */
function showAnswers(snippet: HTMLElement): void {
  const last = [...snippet.querySelectorAll<HTMLElement>('.answer.fragment')].at(-1);
  if (last?.matches('.visible') === false) deck.navigateFragment(Number(last.dataset['fragmentIndex']));
}

/** The speaker view weighs as much as the deck: it comes when it is asked for. */
async function openNotes(): Promise<void> {
  const { default: notes } = await import('reveal.js/plugin/notes');
  const plugin = notes();
  if (!deck.hasPlugin(plugin.id)) deck.registerPlugin(plugin);
  (deck.getPlugin(plugin.id) as unknown as { open: () => void }).open();
}
