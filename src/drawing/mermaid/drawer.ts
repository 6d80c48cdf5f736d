import { createRequire } from 'node:module';
import type { Mermaid, MermaidConfig } from 'mermaid';
import { chromium, type Page } from 'playwright-core';
import { keepFrameOrder } from './frame-order.ts';
import { interpret } from './interpret.ts';
import { type Attempt, isBetter, type Layout, LAYOUTS } from './layouts.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';
import { survey } from './survey.ts';
import type { Leaf, Mark } from '../types.ts';

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
  draw(code: string): Promise<readonly Mark[]>;
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

/** The best of several layouts; a sequence has only one. */
async function layOut(page: Page, code: string): Promise<readonly Mark[]> {
  const layouts = /^\s*sequenceDiagram\b/m.test(code) ? LAYOUTS.slice(0, 1) : LAYOUTS;
  let best: Attempt | undefined;
  for (const layout of layouts) {
    const attempt = { layout, marks: await marksOf(page, code, layout) };
    if (best === undefined || isBetter(attempt, best, code)) best = attempt;
  }
  return best?.marks ?? [];
}

async function marksOf(page: Page, code: string, elk: Layout): Promise<readonly Mark[]> {
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
