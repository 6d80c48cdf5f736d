import type { RevealApi } from 'reveal.js';
import type { ClusterEvent } from '../cluster-map/types.ts';
import css from '../styles/deck/map.css?inline';
import { drawnOn } from './cluster-cues.ts';
import { ClusterPanel } from './cluster-panel.ts';
import { CLUSTER_NEWS, CLUSTER_WANTED, type ClusterNews } from './live-cluster.ts';

/** Milliseconds that a sentence stands where there is nothing to draw. */
const SAID = 2600;

/** The drawings of a deck: one for each slide, which keeps it. */
export class ClusterPanels {
  readonly #deck: RevealApi;
  readonly #panels = new Map<Element, ClusterPanel>();
  readonly #status = Object.assign(document.createElement('p'), { className: 'map-status', role: 'status' });
  #news: readonly ClusterEvent[] = [];
  #said: ReturnType<typeof setTimeout> | undefined;

  constructor(deck: RevealApi) {
    this.#deck = deck;
    document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
    document.body.append(this.#status);
    deck.on('fragmentshown', (event) => {
      const { fragments } = event as unknown as { fragments: readonly Element[] };
      const panel = this.#panelOf(deck.getCurrentSlide());
      if (panel?.isOpen === true) void panel.answered(fragments);
    });
    document.addEventListener('keydown', (event) => this.#escape(event), true);
    document.addEventListener(CLUSTER_NEWS, (event) => {
      this.#news = (event as ClusterNews).detail;
      for (const panel of this.#panels.values()) panel.tell(this.#news);
    });
    document.dispatchEvent(new Event(CLUSTER_WANTED));
  }

  /** Opens the current slide's drawing, or closes it. */
  toggle(): void {
    const slide = this.#deck.getCurrentSlide() as HTMLElement;
    const panel = this.#panelFor(slide);
    if (panel.isOpen) this.#close(panel);
    else if (drawnOn(slide).length > 0 || panel.isLive) void this.open(slide);
    else this.#say('Aucune commande de cette diapositive ne change le cluster.', true);
  }

  /** Opens a slide's drawing. */
  async open(slide: HTMLElement): Promise<void> {
    const panel = this.#panelFor(slide);
    try {
      await panel.open();
      if (panel.isOpen) this.#say(panel.words, false);
    } catch {
      panel.close();
      this.#say('Le dessin du cluster n’a pas pu être chargé.', true);
    }
  }

  /** Replays a snippet with its drawing, which is open. */
  play(snippet: HTMLElement): void {
    void this.#panelOf(snippet.closest('section'))?.play(snippet);
  }

  #panelFor(slide: HTMLElement): ClusterPanel {
    const panel = this.#panels.get(slide) ?? new ClusterPanel(slide, () => this.#close(panel));
    this.#panels.set(slide, panel);
    panel.tell(this.#news);
    return panel;
  }

  #panelOf(slide: Element | null): ClusterPanel | undefined {
    return slide === null ? undefined : this.#panels.get(slide);
  }

  #close(panel: ClusterPanel): void {
    panel.close();
    this.#say('Dessin fermé.', false);
  }

  /** Escape closes the drawing before it opens the overview; a replay under way has taken it already. */
  #escape(event: KeyboardEvent): void {
    const panel = this.#panelOf(this.#deck.getCurrentSlide());
    if (event.key !== 'Escape' || panel?.isOpen !== true) return;
    if (this.#deck.isOverview() || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#close(panel);
  }

  /** @param seen for everybody; otherwise for who listens to the deck */
  #say(text: string, seen: boolean): void {
    clearTimeout(this.#said);
    this.#status.classList.toggle('heard', !seen);
    this.#status.textContent = text;
    this.#said = setTimeout(() => (this.#status.textContent = ''), SAID);
  }
}
