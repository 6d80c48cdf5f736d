import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { FakeTools } from '../fixtures/fake-tools.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { EXERCISE, fence } from '../fixtures/lesson-source.ts';
import { addressOf, Project } from '../fixtures/project.ts';
import { requireBrowser } from '../require.ts';
import { launch, openDeck } from './browser.ts';

const BODY = [
  '## Section',
  '### Un',
  fence('bash id=un', 'x=1', 'echo un'),
  fence('output', 'un'),
  fence('bash id=deux', 'printf "NAME    STATUS\\nweb-%s   %s\\n" "$x" "$(cat etat 2>/dev/null || echo Running)"'),
  fence('output', 'NAME    STATUS', 'web-1   Running'),
  '---',
  '### Trois',
  fence('bash id=trois', 'echo trois', 'test ! -f attends || tail -f /dev/null', 'test ! -f casse'),
  fence('output', 'trois'),
  '---',
  '### Exercice',
  ...EXERCISE,
  '---',
  '### Fond',
  fence('bash id=fond background ready="prêt"', 'echo prêt; exec sleep 600'),
  fence('output', 'prêt'),
].join('\n\n');
/** On a cluster, which fake tools make. */
const ON_CLUSTER = [
  '## Section',
  '### Un',
  fence('bash id=trois', 'kubectl scale deployment web --replicas=3'),
  fence('output', 'deployment.apps/web scaled'),
  '---',
  '### Deux',
  fence('bash id=cinq', 'kubectl scale deployment web --replicas=5'),
  fence('output', 'deployment.apps/web scaled'),
].join('\n\n');
const TOKEN = 'A'.repeat(43);

const suite = await requireBrowser();

suite('the deck in front of a class', () => {
  let project: Project;
  let proofs: string;
  let tools: FakeTools;
  let bridge: ReturnType<Project['present']>;
  let port = 0;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  async function start(asked = 0): Promise<void> {
    const env = { ORCHESTRE_PREUVES: proofs, ORCHESTRE_JETON: TOKEN, ...tools.env };
    bridge = project.present(['essai', `--port=${asked}`], env);
    const address = await addressOf(bridge);
    expect(address.pathname).toBe('/essai/diapos/');
    port = Number(address.port);
  }

  const open = async (of: BrowserContext, token = `#jeton=${TOKEN}`): Promise<Page> => {
    const opened = await of.newPage();
    await openDeck(opened, `http://127.0.0.1:${port}/essai/diapos/${token}`);
    return opened;
  };
  /** Another window; what the bridge says to it, the test says. */
  async function openBeforeNobody() {
    const opened = await context.newPage();
    const sockets: WebSocketRoute[] = [];
    const asked: string[] = [];
    await opened.routeWebSocket(/\/pont$/, (socket) => {
      sockets.push(socket);
      socket.onMessage((text) => void asked.push((JSON.parse(String(text)) as { type: string }).type));
    });
    await openDeck(opened, `http://127.0.0.1:${port}/essai/diapos/#jeton=${TOKEN}`);
    await expect.poll(() => asked).toEqual(['enter']);
    const say = (message: object): void => sockets.at(-1)!.send(JSON.stringify(message));
    return { page: opened, sockets, asked, say };
  }
  const status = (of = page) => of.locator('.live-status');
  const says = (text: string, of = page) =>
    vi.waitFor(async () => expect(await status(of).textContent()).toContain(text), { timeout: 60_000 });
  /** Of what was run: a foot that is not shown keeps the words of a run before N. */
  const foot = (snippet: string, of = page) => of.locator(`#extrait-${snippet}.is-live .live-foot`);
  const ends = (snippet: string, text: string, of = page) =>
    vi.waitFor(async () => expect((await foot(snippet, of).allTextContents()).join('')).toContain(text), {
      timeout: 60_000,
    });
  const live = (snippet: string, of = page) => of.locator(`#extrait-${snippet} .live-text`).first();
  const nothingLive = () =>
    vi.waitFor(async () => expect(await page.locator('.is-live').count()).toBe(0), { timeout: 30_000 });
  async function goTo(snippet: string, of = page): Promise<void> {
    const slide = await of.locator(`#extrait-${snippet}`).evaluate((box) => {
      const { id } = box.closest('.slides > section')!;
      location.hash = `#/${id}`;
      return id;
    });
    await of.waitForSelector(`section.present[id="${slide}"]`);
  }
  /** Where the lesson works: the help says it. */
  const folder = async (): Promise<string> => (await page.locator('.live-help dd code').first().textContent()) ?? '';
  /** A file there, as the presenter's own terminal would write it. */
  const writeThere = async (name: string, text: string) => writeFile(join(await folder(), name), text);

  beforeAll(async () => {
    project = await Project.make(BODY);
    await project.add('02-grappe', ON_CLUSTER, 'shared');
    tools = await FakeTools.make(join(project.root, 'outils'));
    proofs = join(project.root, 'preuves');
    await forgeProofs(project.root, proofs);
    browser = await launch();
    await start();
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    bridge.kill('SIGINT');
    await bridge;
    await project.remove();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    page = await open(context);
    await vi.waitFor(async () => expect(await status().textContent()).toMatch(/prêt|à rattraper/), { timeout: 60_000 });
    // What the bridge tells of the test before comes in pieces: all is there once a second changes nothing.
    let seen = '';
    const quiet = async () => {
      const before = seen;
      seen = `${await page.locator('.is-live').count()} ${await status().textContent()}`;
      expect(seen).toBe(before);
    };
    await vi.waitFor(quiet, { interval: 1000, timeout: 60_000 });
    if (!/^0 .*prêt/.test(seen)) {
      await page.keyboard.press('n');
      await nothingLive();
      await says('prêt');
    }
    await goTo('un');
  });
  afterEach(() => context.close());

  test('has no token in its address, and no byte of the bridge when it is published', async () => {
    expect(page.url()).not.toContain('jeton');
    for await (const file of glob('**/*.{html,js,css}', { cwd: join(project.root, 'dist') })) {
      const text = await readFile(join(project.root, 'dist', file), 'utf8');
      expect(text.includes('/pont') || text.includes('live-status') || text.includes('jeton'), file).toBe(false);
    }
  });

  test('L runs the slide’s next snippet over the recording, which R shows again; nothing moves', async () => {
    const height = () => page.locator('#extrait-un').evaluate((box) => box.getBoundingClientRect().height);
    const before = await height();
    await page.keyboard.press('l');
    await ends('un', 'comme dans l’enregistrement');
    expect(await live('un').textContent()).toBe('un');
    expect(await height()).toBe(before);
    expect(await live('un').isVisible()).toBe(true);
    await says('prêt');
    await page.keyboard.press('l');
    await ends('deux', 'comme dans l’enregistrement');
    await page.keyboard.press('r');
    expect(await live('un').isVisible()).toBe(false);
    expect(await page.locator('#extrait-un .output pre').first().isVisible()).toBe(true);
    await page.keyboard.press('r');
    expect(await live('un').isVisible()).toBe(true);
  });

  test('C draws the cluster beside a live run, as the bridge tells it; R gives the recorded one back', async () => {
    const watched = await context.newPage();
    let say: (message: object) => void = () => undefined;
    // Fake tools have no cluster: what its lab would have told is said in the bridge's place.
    await watched.routeWebSocket(/\/pont$/, (socket) => {
      socket.connectToServer();
      say = (message) => socket.send(JSON.stringify(message));
    });
    await openDeck(watched, `http://127.0.0.1:${port}/essai/diapos/#jeton=${TOKEN}`);
    await says('prêt', watched);
    await goTo('un', watched);
    const map = watched.locator('section.present .map');
    const states = () => map.locator('.cm-state').allTextContents();
    const object = { kind: 'Pod', name: 'web', state: 'Evicted', ready: false, restarts: 0 };
    say({ type: 'cluster', seq: 1, event: { at: 0, object } });
    await watched.keyboard.press('c');
    await expect.poll(() => map.locator('.stage-clock').count(), { timeout: 30_000 }).toBe(1);
    await watched.keyboard.press('l');
    await ends('un', 'comme', watched);
    await expect.poll(states, { timeout: 30_000 }).toEqual(['Evicted']);
    // A recorded foot has no room beside a drawing; the live one takes its own, under what is printed.
    await watched.keyboard.press('l');
    await ends('deux', 'comme', watched);
    const box = async (part: string) => (await watched.locator(`#extrait-deux ${part}`).boundingBox())!;
    const [printed, words] = [await box('.live-output'), await box('.live-foot')];
    expect(words.y).toBeGreaterThanOrEqual(printed.y + printed.height);
    say({ type: 'cluster', seq: 1, event: { at: 9, object: { ...object, state: 'Terminating' } } });
    await expect.poll(states).toEqual(['Terminating']);
    await watched.keyboard.press('r');
    await expect.poll(() => map.locator('.stage-clock').count()).toBe(1);
    await watched.keyboard.press('Escape');
    expect(await map.count()).toBe(0);
  });

  test('an output that differs is marked where it does, a failure says its line', async () => {
    await writeThere('etat', 'Pending\n');
    await page.keyboard.press('l');
    await ends('un', 'comme');
    await says('prêt');
    await page.keyboard.press('l');
    await ends('deux', 'différent de l’enregistrement');
    expect(await page.locator('#extrait-deux mark').allTextContents()).toEqual(['Pending']);
    await writeThere('casse', '');
    await goTo('trois');
    await says('prêt');
    await page.keyboard.press('l');
    await ends('trois', 'échec ligne\u00A03');
  });

  test('Maj+L runs all that was not run before the slide; A stops, and says that it has to be caught up', async () => {
    await goTo('trois');
    await says('à rattraper');
    await page.keyboard.press('Shift+L');
    await says('prêt');
    await ends('deux', 'comme');
    await writeThere('attends', '');
    await page.keyboard.press('l');
    await says('exécute');
    await expect.poll(() => live('trois').textContent()).toBe('trois');
    await page.keyboard.press('a');
    await says('à rattraper');
    await ends('trois', 'arrêté');
  });

  test('N starts over: nothing live is left', async () => {
    await page.keyboard.press('l');
    await ends('un', 'comme');
    await page.keyboard.press('n');
    await nothingLive();
    await says('prêt');
  });

  test('the next key runs nothing, but where the help’s switch is on', async () => {
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#extrait-un .answer.visible');
    expect(await page.locator('.is-live').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('.keys').textContent()).toContain('rattraper');
    await page.locator('.live-help input').check();
    await page.keyboard.press('Escape');
    for (const snippet of ['un', 'deux']) {
      await page.keyboard.press('ArrowRight');
      await ends(snippet, 'comme');
      await says('prêt');
      // reveal.js shows the answers of what runs a moment later: nobody presses the next key before he has seen them.
      await expect.poll(() => page.locator(`#extrait-${snippet} .fragment:not(.visible)`).count()).toBe(0);
    }
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('section.present #extrait-trois');
  });

  test('a check runs as often as wanted; what is in the background counts on', async () => {
    await goTo('verif');
    await page.keyboard.press('l');
    await ends('verif', 'pas encore réussi');
    await page.keyboard.press('Shift+L');
    await says('prêt');
    await writeThere('fait', '');
    await page.keyboard.press('l');
    await ends('verif', '· réussi');
    await goTo('fond');
    await page.keyboard.press('Shift+L');
    await says('prêt');
    await page.keyboard.press('l');
    await ends('fond', 'en arrière-plan');
  });

  test('another window and the speaker view see the same; a window without the token runs nothing', async () => {
    await page.keyboard.press('?');
    const [second] = await Promise.all([context.waitForEvent('page'), page.locator('.live-help button').click()]);
    await second.waitForSelector('html.deck', { state: 'attached' });
    await page.keyboard.press('Escape');
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    const frame = speaker.frameLocator('#current-slide iframe');
    await expect.poll(() => frame.locator('.live-status').textContent(), { timeout: 30_000 }).toContain('prêt');
    // The speaker's own keys run too.
    await speaker.locator('body').press('l');
    await ends('un', 'comme');
    await ends('un', 'comme', second);
    await expect.poll(() => frame.locator('#extrait-un .live-text').first().textContent()).toBe('un');
    const stranger = await open(await browser.newContext(), '');
    await says('hors direct', stranger);
    await stranger.keyboard.press('l');
    expect(await stranger.locator('.is-live').count()).toBe(0);
    await stranger.context().close();
  });

  test('a window that another lesson has taken the session from comes back with L, and never by itself', async () => {
    const { page: left, sockets, asked, say } = await openBeforeNobody();
    say({ type: 'left', lesson: 'grappe' });
    await says('une autre fenêtre présente «\u00A0grappe\u00A0»', left);
    // The bridge ends, is started again in another window, and the network comes back.
    await sockets[0]!.close();
    await left.evaluate((token) => {
      new BroadcastChannel('orchestre-pont').postMessage({ token, lesson: 'essai' });
      dispatchEvent(new Event('online'));
    }, TOKEN);
    await left.waitForTimeout(1000);
    expect(asked).toEqual(['enter']);
    await says('L\u00A0: reprendre ici', left);
    await left.keyboard.press('l');
    await expect.poll(() => asked).toEqual(['enter', 'enter']);
    say({ type: 'entered', epoch: 'e', fresh: true, lesson: 'essai', steps: ['un'] });
    say({ type: 'state', seq: 1, state: 'ready', ran: [] });
    await says('prêt', left);
  });

  test('a bridge that is started again for another lesson is not taken from it by the decks that are open', async () => {
    const { page: former, sockets, asked } = await openBeforeNobody();
    const other = await context.newPage();
    await openDeck(other, `http://127.0.0.1:${port}/grappe/diapos/#jeton=${TOKEN}`);
    await says('une autre fenêtre présente «\u00A0grappe\u00A0»', former);
    await sockets[0]!.close();
    await says('prêt', other);
    expect(asked).toEqual(['enter']);
  });

  test('a deck that the bridge does not let in says why until it is let in', async () => {
    const { page: refused, sockets, asked, say } = await openBeforeNobody();
    // What only passes stands apart.
    const stays = () => refused.locator('.live-status > span:not(.live-note)').allTextContents();
    const reason = 'ces diapositives ne sont pas celles que ce pont exécute';
    say({ type: 'entered', epoch: 'e', fresh: true, lesson: 'essai', steps: ['un'] });
    say({ type: 'state', seq: 1, state: 'ready', ran: [] });
    await says('prêt', refused);
    await sockets[0]!.close();
    await expect.poll(() => asked).toEqual(['enter', 'enter']);
    say({ type: 'refused', reason });
    await expect.poll(stays).toEqual(['✗', `pas d’exécution · ${reason}`, '']);
    await goTo('un', refused);
    await refused.keyboard.press('l');
    await expect.poll(() => asked.at(-1)).toBe('run');
    say({ type: 'refused', reason: 'cette fenêtre n’a pas ouvert de leçon' });
    await says('n’a pas ouvert', refused);
    expect(await stays()).toEqual(['✗', `pas d’exécution · ${reason}`, '']);
    await sockets[1]!.close();
    await expect.poll(() => asked).toEqual(['enter', 'enter', 'run', 'enter']);
    say({ type: 'entered', epoch: 'e', fresh: false, lesson: 'essai', steps: ['un'] });
    await says('prêt', refused);
  });

  test('Docker stops: the deck stays with its recording and says why; N goes on once Docker is back', async () => {
    await openDeck(page, `http://127.0.0.1:${port}/grappe/diapos/`);
    await says('prêt');
    await goTo('trois');
    await page.keyboard.press('l');
    await ends('trois', 'comme');
    await tools.stop();
    await goTo('cinq');
    await page.keyboard.press('l');
    await says('pas d’exécution');
    await ends('cinq', 'échec');
    await page.keyboard.press('r');
    expect(await page.locator('#extrait-cinq .output pre').first().isVisible()).toBe(true);
    await page.keyboard.press('l');
    await says('N essaie de nouveau');
    await page.keyboard.press('n');
    await nothingLive();
    await says('Docker ne répond pas');
    expect(await page.locator('#extrait-cinq .output pre').first().isVisible()).toBe(true);
    await tools.start();
    await goTo('trois');
    await page.keyboard.press('n');
    await says('prêt');
    await page.keyboard.press('l');
    await ends('trois', 'comme');
  });

  test('the bridge is killed: the deck goes on, and comes back by itself when it does', async () => {
    await page.keyboard.press('l');
    await ends('un', 'comme');
    bridge.kill('SIGKILL');
    await bridge;
    await says('déconnecté');
    await page.keyboard.press('l');
    await says('l’enregistrement reste');
    await page.keyboard.press('r');
    expect(await page.locator('#extrait-un .output pre').first().isVisible()).toBe(true);
    await start(port);
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toContain('prêt');
    await nothingLive();
    await page.keyboard.press('l');
    await ends('un', 'comme');
  });
});
