import { statesBetween } from '../cluster-map/reduce.ts';
import type { ClusterEvent } from '../cluster-map/types.ts';
import { fitDrawing } from '../drawing/cluster/fit-drawing.ts';
import { type ClusterData, clusterData } from './cluster-data.ts';
import { currentOf, type Drawn, drawnOn, isKnown } from './cluster-cues.ts';
import { LiveDrawing } from './live-drawing.ts';
import { Stage } from './stage.ts';

/** What a drawing may take of the slide, in its own pixels, as styles/deck/map.css lays it. */
const ROOM = { width: 584, height: 596 };

/** @returns what became of the lesson's cluster in the verified run */
const recorded = (): Promise<ClusterData> => clusterData(new URL('../cluster.json', location.href).href);

/** The cluster on the right half of one slide, beside its snippets. */
export class ClusterPanel {
  readonly #slide: HTMLElement;
  readonly #element = Object.assign(document.createElement('aside'), { className: 'map', ariaLabel: 'Le cluster' });
  readonly #host = document.createElement('div');
  readonly #stages = new Map<HTMLElement, Stage>();
  readonly #played = new Set<HTMLElement>();
  readonly #live = new LiveDrawing(ROOM);
  #news: readonly ClusterEvent[] = [];
  #shown: HTMLElement | undefined;
  #wanted = false;

  /** @param close asked for by its button */
  constructor(slide: HTMLElement, close: () => void) {
    this.#slide = slide;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'map-close' });
    button.append('fermer ', Object.assign(document.createElement('kbd'), { textContent: 'C' }));
    button.addEventListener('click', close);
    this.#element.append(this.#host, button);
  }

  get isOpen(): boolean {
    return this.#wanted;
  }

  /** A snippet of the slide shows its live run, on a cluster that is followed. */
  get isLive(): boolean {
    return this.#news.length > 0 && this.#running !== undefined;
  }

  get #running(): HTMLElement | undefined {
    return [...this.#slide.querySelectorAll<HTMLElement>('.snippet.is-live')].at(-1);
  }

  /** What it shows, in words. */
  get words(): string {
    return this.#host.querySelector('svg')?.ariaLabel ?? '';
  }

  /**
   * Shows what the class may know: the cluster before the command, as long as its answer is hidden.
   * @throws where it cannot be had
   */
  async open(): Promise<void> {
    this.#wanted = true;
    this.#slide.classList.add('mapped');
    if (this.isLive) return this.#showLive();
    const drawn = drawnOn(this.#slide);
    const current = currentOf(drawn);
    this.#remember(drawn);
    const data = await recorded();
    // Closed meanwhile.
    if (!this.#wanted || this.isLive || current === undefined) return;
    this.#slide.append(this.#element);
    this.#show(current, data);
  }

  /** @param news of the cluster that runs, or of what is shown of its runs */
  tell(news: readonly ClusterEvent[]): void {
    const wasLive = this.#live.host.isConnected;
    this.#news = news;
    if (!this.#wanted) return;
    if (this.isLive) this.#showLive();
    else if (wasLive) void this.open().catch(() => this.close());
  }

  /** Gives the slide its room back, the focus too if it was in here, and all that a replay held back. */
  close(): void {
    this.#wanted = false;
    if (this.#shown !== undefined) this.#stages.get(this.#shown)?.end();
    this.#slide.classList.remove('mapped');
    this.#shown?.classList.remove('drawn');
    const focused = this.#element.contains(document.activeElement);
    this.#element.remove();
    if (focused) this.#shown?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  /** Types a snippet's command and plays what came of it, with its output. */
  async play(snippet: HTMLElement): Promise<void> {
    await (await this.#stageOf(snippet))?.play();
  }

  /** Plays what the class has just learnt, the first time that it does. */
  async answered(fragments: readonly Element[]): Promise<void> {
    const drawn = drawnOn(this.#slide);
    const learnt = drawn.findLast(({ cue }) => cue !== undefined && fragments.includes(cue));
    if (learnt === undefined || this.isLive || this.#played.has(learnt.snippet)) return;
    this.#remember(drawn);
    const stage = await this.#stageOf(learnt.snippet);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) stage?.end();
    else await stage?.play({ typed: false });
  }

  /** What the class knows is not played by itself again. */
  #remember(drawn: readonly Drawn[]): void {
    for (const each of drawn) if (isKnown(each)) this.#played.add(each.snippet);
  }

  async #stageOf(snippet: HTMLElement): Promise<Stage | undefined> {
    const data = await recorded();
    if (!this.#wanted || this.isLive) return undefined;
    return this.#show({ snippet, cue: undefined }, data);
  }

  #showLive(): void {
    const running = this.#running;
    if (running === undefined) return;
    for (const stage of this.#stages.values()) stage.end();
    this.#point(running);
    if (!this.#live.host.isConnected) this.#host.replaceChildren(this.#live.host);
    if (!this.#element.isConnected) this.#slide.append(this.#element);
    this.#live.show(this.#news);
  }

  /** Says which of the slide's snippets it is about. */
  #point(snippet: HTMLElement): void {
    this.#shown?.classList.remove('drawn');
    this.#shown = snippet;
    snippet.classList.add('drawn');
  }

  #show(drawn: Drawn, data: ClusterData): Stage {
    const { snippet } = drawn;
    if (this.#shown !== undefined && this.#shown !== snippet) this.#stages.get(this.#shown)?.end();
    this.#point(snippet);
    const stage = this.#stages.get(snippet) ?? this.#build(snippet, data);
    this.#stages.set(snippet, stage);
    this.#host.replaceChildren(stage.host);
    if (!isKnown(drawn)) stage.rewind();
    return stage;
  }

  #build(snippet: HTMLElement, data: ClusterData): Stage {
    const id = snippet.id.replace(/^extrait-/, '');
    const { from, to } = data.snippets[id] ?? { from: 0, to: 0 };
    const states = statesBetween(data.events, from, to).map(({ state }) => state);
    const { width, scale } = fitDrawing(states, ROOM);
    const host = document.createElement('div');
    host.style.setProperty('--drawing', `${Math.round(width * scale)}px`);
    return new Stage(host, snippet, { data, id, widthOf: () => width });
  }
}
