import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../src/drawing/mermaid/chromium.ts';
import { openDeck } from '../../src/slides/deck.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { addressOf, Project } from '../fixtures/project.ts';
import { middleValue } from './cost.ts';
import type { BenchWorld, Figure } from './types.ts';

const SLIDES = 21;
/** Its own clock says when it was printed. */
const BODY = Array.from({ length: SLIDES }, (_, index) =>
  [
    `### Diapositive ${index + 1}`,
    fence(`bash id=un-${index}`, 'echo "imprimé à $(date +%s%3N)"'),
    fence('output', 'imprimé à …'),
  ].join('\n\n'),
).join('\n\n---\n\n');

/** All in milliseconds since 1970. */
interface Moments {
  readonly pressed: number;
  readonly printed: number;
  /** The frame that shows it is being drawn. */
  readonly shown: number;
}

/** What a class waits for when a snippet runs live: from the key, and from the moment that its first line is printed. */
export async function liveSlide({ progress }: BenchWorld): Promise<Figure[]> {
  const project = await Project.make(BODY);
  const proofs = join(project.root, 'preuves');
  await forgeProofs(project.root, proofs);
  progress('en direct : construction, ouverture du pont');
  const bridge = project.present(['essai', '--port=0'], { ORCHESTRE_PREUVES: proofs });
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: ['--headless', '--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await openDeck(page, (await addressOf(bridge)).href);
    await page.waitForSelector('.live-status[data-state="ready"]', { state: 'attached' });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const cpu = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
    };
    const [before, all] = [await cpu(), [] as Moments[]];
    for (let index = 0; index < SLIDES; index += 1) {
      progress(`en direct : ${index + 1} sur ${SLIDES}`);
      all.push(await runOn(page, `extrait-un-${index}`));
    }
    const each = ((await cpu()) - before) / SLIDES;
    const how = `médiane de ${SLIDES} extraits, jusqu’à l’image qui le montre ; processeur : le fil de la page, par extrait`;
    const figure = (what: string, from: 'pressed' | 'printed', goal?: number): Figure => {
      const times = all.map((moments) => moments.shown - moments[from]);
      const wall = middleValue(times);
      const worst = `${how} ; le plus long : ${Math.round(Math.max(...times))} ms`;
      return {
        what,
        cost: { wall, cpu: each },
        unit: 'ms',
        how: worst,
        ...(goal && { goal: { of: 'wall', most: goal } }),
      };
    };
    return [
      figure('en direct, de la touche à la première ligne', 'pressed'),
      figure('en direct, de la ligne imprimée à l’écran', 'printed', 100),
    ];
  } finally {
    await browser.close();
    bridge.kill('SIGINT');
    await bridge;
    await project.remove();
  }
}

async function runOn(page: Page, id: string): Promise<Moments> {
  await page.evaluate((box) => {
    const slide = document.querySelector(`#${box}`)?.closest('.slides > section');
    location.hash = `#/${slide?.id}`;
  }, id);
  await page.waitForSelector(`section.present #${id}`);
  await page.waitForSelector('.live-status[data-state="ready"]', { state: 'attached' });
  const seen = page.evaluate(async (box): Promise<Omit<Moments, 'pressed'>> => {
    const [text, shown] = await new Promise<readonly [string, number]>((done) => {
      const observer = new MutationObserver(() => {
        const text = document.querySelector(`#${box} .live-text`)?.textContent ?? '';
        if (!/\d{13}/.test(text)) return;
        observer.disconnect();
        requestAnimationFrame(() => done([text, performance.timeOrigin + performance.now()]));
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    return { printed: Number(/\d{13}/.exec(text)?.[0]), shown };
  }, id);
  // Its observer has to be there first.
  await page.evaluate(() => undefined);
  // The deck keeps the key to itself: when it was sent is all that can be known.
  const pressed = Date.now();
  await page.keyboard.press('l');
  return { pressed, ...(await seen) };
}
