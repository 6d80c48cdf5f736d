import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanAtRest } from '../../src/ledger/clean.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { addressOf, Project } from '../fixtures/project.ts';
import { requireBrowser, requireCluster } from '../require.ts';
import { launch, openDeck } from '../site/browser.ts';
import { exec } from './machine.ts';

const BODY = [
  '## Section',
  '### Trois',
  fence(
    'bash id=trois wait="deployment/carte" timeout=180s',
    'kubectl create deployment carte --image=traefik/whoami:v1.11.0 --replicas=3',
  ),
  fence('output', 'deployment.apps/carte created'),
  '---',
  '### Cinq',
  fence('bash id=cinq wait="deployment/carte" timeout=180s', 'kubectl scale deployment carte --replicas=5'),
  fence('output', 'deployment.apps/carte scaled'),
].join('\n\n');

const [onCluster, inBrowser] = [await requireCluster(), await requireBrowser()];

onCluster('a lesson verified, then presented on the cluster that was kept', () =>
  inBrowser('in a browser', () => {
    let project: Project;
    let bridge: ReturnType<Project['present']>;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      project = await Project.make(BODY, 'shared');
      const { exitCode, all } = await project.verify(['--keep']);
      expect(exitCode, all).toBe(0);
      bridge = project.present(['essai', '--port=0']);
      const { href } = await addressOf(bridge);
      browser = await launch();
      page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
      await openDeck(page, href);
    }, 600_000);
    afterAll(async () => {
      await browser.close();
      bridge.kill('SIGINT');
      await bridge;
      // It gave the kept cluster back.
      await cleanAtRest({ stateDir: `${project.state}/orchestre` });
      await project.remove();
    }, 120_000);

    const slideOf = (id: string) => page.locator('.slides > section', { has: page.locator(`#extrait-${id}`) });
    const goTo = async (id: string): Promise<void> => {
      const slide = await slideOf(id).getAttribute('id');
      await page.evaluate((to) => (location.hash = `#/${to}`), slide);
      await page.waitForSelector(`section.present[id="${slide}"]`);
    };
    const drawn = () => page.locator('section.present .map svg').getAttribute('aria-label');
    const plain = async () => (await drawn())?.replaceAll('\u00A0', ' ');
    /** As the help tells the presenter, for his own terminal. */
    const kubeconfig = () => page.locator('.live-help dt:text("KUBECONFIG") + dd').textContent();

    test('each snippet does what was recorded, and the drawing shows what the cluster does, whoever does it', async () => {
      await expect.poll(() => page.locator('.live-status').textContent(), { timeout: 180_000 }).toContain('prêt');
      await goTo('trois');
      await page.keyboard.press('c');
      await page.keyboard.press('l');
      const foot = (id: string) => page.locator(`#extrait-${id}.is-live .live-foot`).textContent();
      await expect.poll(() => foot('trois'), { timeout: 120_000 }).toContain('comme dans l’enregistrement');
      await expect.poll(plain, { timeout: 30_000 }).toContain('Deployment carte : 3/3 prêts');
      expect(await page.locator('section.present .stage-live').textContent()).toContain('en direct · 3');

      await goTo('cinq');
      await page.keyboard.press('c');
      await page.keyboard.press('l');
      await expect.poll(() => foot('cinq'), { timeout: 120_000 }).toContain('comme dans l’enregistrement');
      await expect.poll(plain, { timeout: 30_000 }).toContain('Deployment carte : 5/5 prêts');

      const beside = ['delete', 'deployment', 'carte', '--namespace=essai', `--kubeconfig=${await kubeconfig()}`];
      expect((await exec('kubectl', beside)).ok).toBe(true);
      await expect.poll(plain, { timeout: 60_000 }).toMatch(/: aucun Pod\.$/);
    });
  }),
);
