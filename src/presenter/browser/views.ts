import type { Box } from './boxes.ts';
import { LiveBox } from './live-box.ts';
import type { LiveRun, LiveState } from './live-state.ts';
import { Panel } from './panel.ts';
import { currentSlide, showAnswers } from './reveal.ts';
import { type RunWords, runWords } from './run-words.ts';

/** What comes within so many milliseconds is drawn at once; not by frame, which a window behind others has none of. */
const DRAW_MS = 30;

interface View {
  readonly live: LiveBox;
  readonly panel: Panel;
}

/** The live runs, each in its box. */
export class Views {
  readonly #state: LiveState;
  readonly #views = new Map<string, View>();
  readonly #dirty = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #recorded: ReadonlySet<string> = new Set();

  constructor(state: LiveState) {
    this.#state = state;
  }

  /** Steps that are shown as they were recorded although they ran. */
  get recorded(): ReadonlySet<string> {
    return this.#recorded;
  }

  /** @param boxes of the lesson, once the bridge has told its steps */
  place(boxes: readonly Box[]): void {
    for (const box of boxes) {
      if (this.#views.has(box.step)) continue;
      this.#views.set(box.step, { live: new LiveBox(box), panel: new Panel(box.element, box.slide) });
    }
  }

  /**
   * @param step whose run has changed; `all` of them
   * @param reveals it has begun: where the class looks at it, its answers are asked for
   */
  changed(step: string, { reveals }: { readonly reveals: boolean }): void {
    for (const each of step === 'all' ? this.#views.keys() : [step]) this.#dirty.add(each);
    if (step === 'all') this.#recorded = new Set();
    if (reveals) this.#draw();
    else this.#timer ??= setTimeout(() => this.#draw(), DRAW_MS);
    const view = this.#views.get(step)?.live.box;
    if (reveals && view !== undefined && view.slide === currentSlide()) showAnswers(view.element);
  }

  showRecorded(steps: readonly string[]): void {
    const before = this.#recorded;
    this.#recorded = new Set(steps);
    for (const step of this.#views.keys()) {
      if (before.has(step) !== this.#recorded.has(step)) this.#drawStep(step);
    }
  }

  /** What has not ended counts on. */
  count(): void {
    for (const [step, { live }] of this.#views) {
      const run = this.#state.runs.get(step);
      if (run !== undefined && run.ended === undefined) live.say(this.#wordsOf(run, live.box));
    }
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const step of this.#dirty) this.#drawStep(step);
    this.#dirty.clear();
  }

  #drawStep(step: string): void {
    const view = this.#views.get(step);
    if (view === undefined) return;
    const run = this.#state.runs.get(step);
    const shown = run !== undefined && !this.#recorded.has(step);
    view.live.toggle(shown);
    if (!shown) return view.panel.hide();
    const words = this.#wordsOf(run, view.live.box);
    view.live.say(words);
    const stretches = view.live.print(run);
    const message = words.state === 'failed' ? (run.ended?.message ?? '') : '';
    // What the foot has room for is not said twice.
    const more = message.includes('\n') ? [{ text: message }] : [];
    if (stretches.length === 0 && more.length === 0) return view.panel.hide();
    const gap = stretches.length > 0 && more.length > 0 ? [{ text: '\n\n' }] : [];
    const title = words.state === 'failed' ? words.text : 'en direct · une sortie que l’enregistrement n’a pas';
    view.panel.show(title, [...stretches, ...gap, ...more]);
  }

  #wordsOf(run: LiveRun, { check }: Box): RunWords {
    const { bridge, ran } = this.#state;
    const active = bridge?.state === 'running' && (bridge.snippet === undefined || bridge.snippet === run.step);
    return runWords(run, { now: performance.now(), active, held: ran.includes(run.step), check });
  }
}
