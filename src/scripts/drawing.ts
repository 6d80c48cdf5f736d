import type { ClusterState } from '../cluster-map/types.ts';
import { clusterSvg } from '../drawing/cluster/cluster-svg.ts';
import { BAND_CSS, CLUSTER_CSS } from '../drawing/cluster/style.ts';
import css from '../styles/cluster.css?inline';

/** Milliseconds that a Pod takes from its place to its next. */
const MOVE = 220;

let styled = false;

/** A cluster on the screen, as it is at one moment after the other. */
export class Drawing {
  readonly element = Object.assign(document.createElement('div'), { className: 'stage-drawing' });

  constructor() {
    if (styled) return;
    const style = Object.assign(document.createElement('style'), { textContent: css + BAND_CSS + CLUSTER_CSS });
    document.head.append(style);
    styled = true;
  }

  /**
   * @param width to lay it out for, in pixels
   * @param moving Pods go from where they stood, unless who looks at it asked for less motion
   */
  show(state: ClusterState, width: number, moving: boolean): void {
    const before = this.#places();
    this.element.innerHTML = clusterSvg(state, width);
    if (!moving || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [key, pod] of this.#places()) {
      const old = before.get(key)?.style.transform;
      const now = pod.style.transform;
      const frames = old === undefined ? [{ opacity: 0 }, { opacity: 1 }] : [{ transform: old }, { transform: now }];
      if (old !== now) pod.animate(frames, { duration: MOVE, easing: 'ease-out' });
    }
  }

  #places(): Map<string, SVGGElement> {
    const pods = this.element.querySelectorAll<SVGGElement>('.cm-pod');
    return new Map([...pods].map((pod) => [pod.dataset['key'] ?? '', pod] as const));
  }
}
