import { createRequire } from 'node:module';
import type { Mermaid, MermaidConfig } from 'mermaid';
import { chromium, type Page } from 'playwright-core';
import { keepFrameOrder } from './frame-order.ts';
import { interpret } from './interpret.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';
import { hasAmbiguousLines } from './overlap.ts';
import { countInversions } from './reading-order.ts';
import { survey } from './survey.ts';
import type { Leaf, Mark } from './types.ts';

/** Mermaid refuses the author's text. */
export class MermaidError extends Error {
  override readonly name = 'MermaidError';
  /** Line of the fence's code, from 1, where mermaid knows it. */
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

/** A browser with mermaid in it. */
export interface Drawer extends AsyncDisposable {
  /**
   * Lays out a fence. The same code gives the same marks.
   * @throws MermaidError where mermaid cannot read the code
   */
  draw(code: string): Promise<Mark[]>;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param executablePath Chromium's */
export async function openDrawer(executablePath: string): Promise<Drawer> {
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const context = await browser.newContext({ offline: true, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
  await page.evaluate(keepFrameOrder);
  return { draw: (code) => layOut(page, code), [Symbol.asyncDispose]: () => browser.close() };
}

type Elk = NonNullable<MermaidConfig['elk']>;

/** Two ways to decide which arrow of a loop runs backwards; each is the better one for some drawings. */
const CYCLE_BREAKING: readonly Elk[] = [
  { cycleBreakingStrategy: 'DEPTH_FIRST' },
  { cycleBreakingStrategy: 'GREEDY_MODEL_ORDER' },
];

/** Of several layouts, the one that reads in the author's order; lines share their way where each can be followed. */
async function layOut(page: Page, code: string): Promise<Mark[]> {
  const attempts: { elk: Elk; marks: Mark[]; inversions: number }[] = [];
  for (const elk of CYCLE_BREAKING) {
    const marks = await marksOf(page, code, elk);
    attempts.push({ elk, marks, inversions: countInversions(marks, code) });
  }
  const best = attempts.reduce((least, next) => (next.inversions < least.inversions ? next : least));
  const merged = await marksOf(page, code, { ...best.elk, mergeEdges: true });
  return hasAmbiguousLines(merged) ? best.marks : merged;
}

async function marksOf(page: Page, code: string, elk: Elk): Promise<Mark[]> {
  const config = { ...MERMAID_CONFIG, elk: { ...MERMAID_CONFIG.elk, ...elk } };
  const answer = await page.evaluate(renderInPage, { code, config, survey: survey.toString() });
  if ('leaves' in answer) return interpret(answer.leaves);
  throw new MermaidError(answer.message, answer.line);
}

type Answer = { readonly leaves: Leaf[] } | { readonly message: string; readonly line: number | undefined };

/** Runs in the page, alone: `survey` comes as its source text. */
async function renderInPage(task: { code: string; config: MermaidConfig; survey: string }): Promise<Answer> {
  const { mermaid } = window as unknown as { mermaid: Mermaid };
  const holder = document.createElement('div');
  try {
    mermaid.initialize(task.config);
    await mermaid.parse(task.code);
    const { svg } = await mermaid.render('schema', task.code);
    holder.innerHTML = svg;
    document.body.append(holder);
    const read = (0, eval)(`(${task.survey})`) as (drawing: Element | null) => Leaf[];
    return { leaves: read(holder.firstElementChild) };
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line?: number } } };
    return { message, line: hash?.loc?.first_line };
  } finally {
    holder.remove();
  }
}
