import { clusterData } from './cluster-data.ts';
import { Stage } from './stage.ts';

const stages = new WeakMap<HTMLElement, Promise<Stage>>();

/**
 * Folds « le cluster après cette commande » in the page, to be drawn once it is opened; where that fails, the next
 * opening tries again, and the link to its picture stays.
 */
export function startClusters(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.cluster')) {
    const details = document.createElement('details');
    details.className = 'cluster';
    const summary = Object.assign(document.createElement('summary'), { textContent: link.textContent.trim() });
    link.replaceWith(details);
    link.className = 'picture';
    details.append(summary, link);
    details.addEventListener('toggle', () => {
      const stage = stageOf(details);
      // A folded drawing does not hold the output back.
      void stage.then((each) => details.open || each.end()).catch(() => undefined);
    });
  }
}

/**
 * Plays a snippet with its cluster, where it has one.
 * @returns whether it does
 */
export function playWithCluster(snippet: HTMLElement): boolean {
  const details = snippet.querySelector<HTMLDetailsElement>('details.cluster');
  if (details === null) return false;
  details.open = true;
  void stageOf(details)
    .then((stage) => stage.play())
    .catch(() => undefined);
  return true;
}

function stageOf(details: HTMLDetailsElement): Promise<Stage> {
  const known = stages.get(details) ?? build(details);
  stages.set(details, known);
  known.catch(() => stages.delete(details));
  return known;
}

async function build(details: HTMLDetailsElement): Promise<Stage> {
  const picture = details.querySelector<HTMLAnchorElement>('a.picture');
  const snippet = details.closest<HTMLElement>('.snippet');
  if (picture === null || snippet === null) throw new Error('rien à dessiner');
  const [folder = '', id = ''] = picture.href.split(/\/([^/]+)\.svg$/);
  const data = await clusterData(`${folder}.json`);
  const host = document.createElement('div');
  const widthOf = (): number => Math.max(320, Math.min(900, details.clientWidth - 32));
  const stage = new Stage(host, snippet, { data, id, widthOf });
  picture.replaceWith(host);
  drawAgain(stage, details);
  return stage;
}

/** A window that changes its width has another drawing. */
function drawAgain(stage: Stage, details: HTMLDetailsElement): void {
  let width = details.clientWidth;
  new ResizeObserver(() => {
    if (details.clientWidth === width || details.clientWidth === 0) return;
    width = details.clientWidth;
    stage.redraw();
  }).observe(details);
}
