import type { ClaimObject, ClusterState, NodeObject, PodObject, ServiceObject } from '../../cluster-map/types.ts';
import type { Box } from '../types.ts';
import { type Group, groupsOf, isBehind, shownName } from './groups.ts';
import { widthOf } from './fit-text.ts';
import { isWaiting } from './is-waiting.ts';

/** Where everything of a state is drawn, in pixels. */
export interface ClusterLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodePlace[];
  readonly pods: readonly PodPlace[];
  readonly labels: readonly GroupLabel[];
  readonly wires: readonly Wire[];
  /** Around the Pods that no node of the state has. */
  readonly waiting?: Box;
  readonly chips: readonly Chip[];
}

export interface NodePlace {
  readonly node: NodeObject;
  readonly box: Box;
  /** A control plane that runs no Pod of the lesson is its band alone. */
  readonly band: boolean;
  readonly empty: boolean;
}

export interface PodPlace {
  readonly pod: PodObject;
  /** Whose name stands beside it; none where it waits among others. */
  readonly group?: Group;
  readonly box: Box;
}

/** An owner's name beside, or over, its Pods, with its bracket. */
export interface GroupLabel {
  readonly group: Group;
  readonly box: Box;
  /** In the margin the bracket opens to the right; over Pods, downwards. */
  readonly side: 'left' | 'top';
  /** Where the bracket ends. */
  readonly end: number;
}

/** A Service: a line with its name, to which its ready Pods are tied. */
export interface Wire {
  readonly service: ServiceObject;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Once for each row of Pods. */
  readonly name?: Box & { readonly anchor: 'start' | 'end' };
  /** Left to right: where a Pod's thread begins, and ends on the line. */
  readonly threads: readonly { readonly x: number; readonly from: number }[];
}

/** What stands under the nodes: a Service without a ready Pod, a claim, an owner without a Pod in a narrow drawing. */
export interface Chip {
  readonly text: string;
  readonly state: 'good' | 'waiting';
  readonly box: Box;
}

/** Under it, nodes stand one under the other. */
const WIDE = 560;
const GAP = 12;
const PAD = 10;
const HEAD = 40;
const BAND = 34;
const POD = { most: 176, gap: 8 };
/** More Pods are drawn smaller, without their images. */
const MANY = 16;
const SPACED = { least: 128, height: 60 };
const DENSE = { least: 100, height: 44 };
const ROW_GAP = 16;
const WIRE = 18;
const MARGIN = 140;
const LABEL = 24;
const CHIP = 30;

/**
 * Lays a state out: rows are owners, columns are nodes, as voices and bars in a score; narrow, one node under the other.
 * @param width what there is, in pixels: 320 at least
 */
export function layoutCluster(state: ClusterState, width: number): ClusterLayout {
  const groups = groupsOf(state);
  const waits = (pod: PodObject): boolean => isWaiting(pod, state);
  const bands = state.nodes.filter((node) => isBand(node, state));
  const full = state.nodes.filter((node) => !bands.includes(node));
  const page = new Page(width, state.pods.length > MANY ? DENSE : SPACED);
  for (const node of bands) page.band(node);
  if (width >= WIDE) page.score(full, groups, waits);
  else for (const node of full) page.stave(node, groups);
  page.waiting(groups, waits);
  page.chips(chipTexts(state, groups, width >= WIDE ? undefined : waits));
  return page.layout();
}

/** The control plane of several nodes is drawn as a band until it runs something of the lesson. */
function isBand({ name, role }: NodeObject, { nodes, pods }: ClusterState): boolean {
  return role === 'control-plane' && nodes.length > 1 && !pods.some(({ node }) => node === name);
}

class Page {
  readonly #width: number;
  readonly #pod: typeof SPACED;
  #y = 1;
  readonly #nodes: NodePlace[] = [];
  readonly #pods: PodPlace[] = [];
  readonly #labels: GroupLabel[] = [];
  readonly #wires: Wire[] = [];
  readonly #chips: Chip[] = [];
  #waiting: Box | undefined;

  constructor(width: number, pod: typeof SPACED) {
    this.#width = width;
    this.#pod = pod;
  }

  layout(): ClusterLayout {
    return {
      width: this.#width,
      height: Math.ceil(this.#y - GAP + 1),
      nodes: this.#nodes,
      pods: this.#pods,
      labels: this.#labels,
      wires: this.#wires,
      chips: this.#chips,
      ...(this.#waiting === undefined ? {} : { waiting: this.#waiting }),
    };
  }

  band(node: NodeObject): void {
    const box = { x: 1, y: this.#y, width: this.#width - 2, height: BAND };
    this.#nodes.push({ node, box, band: true, empty: false });
    this.#y += BAND + GAP;
  }

  /** Nodes side by side, each owner in a row through all of them. */
  score(nodes: readonly NodeObject[], groups: readonly Group[], waits: (pod: PodObject) => boolean): void {
    if (nodes.length === 0) return;
    const top = this.#y;
    const width = (this.#width - MARGIN - 1 - GAP * (nodes.length - 1)) / nodes.length;
    const left = (column: number): number => MARGIN + column * (width + GAP);
    let y = top + HEAD + PAD;
    for (const group of groups) {
      const cells = nodes.map(({ name }) => group.pods.filter((pod) => pod.node === name));
      if (group.key === '' && group.pods.every(waits)) continue;
      const { across, size } = gridOf(width - 2 * PAD, this.#pod.least);
      const lines = Math.max(1, ...cells.map((pods) => Math.ceil(pods.length / across)));
      const start = y;
      const named = new Set<ServiceObject>();
      for (let line = 0; line < lines; line += 1) {
        const placed = cells.flatMap((pods, column) =>
          pods.slice(line * across, (line + 1) * across).map((pod, index) => {
            const x = left(column) + PAD + index * (size + POD.gap);
            return { pod, group, box: { x, y, width: size, height: this.#pod.height } };
          }),
        );
        this.#pods.push(...placed);
        y += this.#pod.height;
        y = this.#wiresUnder(
          placed,
          y,
          (at) => ({ x: 0, y: at, width: MARGIN - 26, height: WIRE, anchor: 'end' }),
          named,
        );
        y += POD.gap;
      }
      y -= POD.gap;
      if (group.key !== '') {
        const box = { x: 0, y: start, width: MARGIN - 26, height: this.#pod.height };
        this.#labels.push({ group, box, side: 'left', end: y });
      }
      y += ROW_GAP;
    }
    const bottom = Math.max(y - ROW_GAP + PAD, top + HEAD + 44);
    for (const [column, node] of nodes.entries()) {
      const box = { x: left(column), y: top, width, height: bottom - top };
      this.#nodes.push({ node, box, band: false, empty: !groups.some(({ pods }) => pods.some(isOn(node))) });
    }
    this.#y = bottom + GAP;
  }

  /** One node over the whole width, with its Pods under their owners' names. */
  stave(node: NodeObject, groups: readonly Group[]): void {
    const top = this.#y;
    let y = top + HEAD + PAD;
    const inner = this.#width - 2 - 2 * PAD;
    const { across, size } = gridOf(inner, this.#pod.least);
    const here = groups.map((group) => ({ group, pods: group.pods.filter(isOn(node)) }));
    for (const { group, pods } of here.filter(({ pods }) => pods.length > 0)) {
      if (group.key !== '') {
        const box = { x: 1 + PAD, y, width: inner, height: LABEL };
        this.#labels.push({ group, box, side: 'top', end: 1 + PAD + inner });
        y += LABEL + 8;
      }
      y = this.#grid(pods, { group, x: 1 + PAD, y, across, size }) + ROW_GAP;
    }
    const empty = here.every(({ pods }) => pods.length === 0);
    const bottom = empty ? top + HEAD + 44 : y - ROW_GAP + PAD;
    const box = { x: 1, y: top, width: this.#width - 2, height: bottom - top };
    this.#nodes.push({ node, box, band: false, empty });
    this.#y = bottom + GAP;
  }

  waiting(groups: readonly Group[], waits: (pod: PodObject) => boolean): void {
    const found = groups.map((group) => ({ group, pods: group.pods.filter(waits) }));
    if (found.every(({ pods }) => pods.length === 0)) return;
    const top = this.#y;
    const { across, size } = gridOf(this.#width - 2 - 2 * PAD, this.#pod.least);
    const all = found.flatMap(({ pods }) => pods);
    for (const [index, pod] of all.entries()) {
      const x = 1 + PAD + (index % across) * (size + POD.gap);
      const y = top + HEAD + Math.floor(index / across) * (this.#pod.height + POD.gap);
      this.#pods.push({ pod, box: { x, y, width: size, height: this.#pod.height } });
    }
    const height = HEAD + Math.ceil(all.length / across) * (this.#pod.height + POD.gap) - POD.gap + PAD;
    this.#waiting = { x: 1, y: top, width: this.#width - 2, height };
    this.#y = top + height + GAP;
  }

  chips(texts: readonly Pick<Chip, 'text' | 'state'>[]): void {
    let x = 1;
    for (const { text, state } of texts) {
      const width = Math.min(this.#width - 2, Math.ceil(widthOf(text, { size: 12, font: 'sans' })) + 36);
      if (x > 1 && x + width > this.#width - 1) {
        x = 1;
        this.#y += CHIP + 8;
      }
      this.#chips.push({ text, state, box: { x, y: this.#y, width, height: CHIP } });
      x += width + 8;
    }
    if (texts.length > 0) this.#y += CHIP + GAP;
  }

  /** @returns where the next thing may stand */
  #grid(
    pods: readonly PodObject[],
    { group, x, y, across, size }: { group: Group; x: number; y: number; across: number; size: number },
  ): number {
    const right = this.#width - 1 - PAD;
    let at = y;
    const named = new Set<ServiceObject>();
    for (let first = 0; first < pods.length; first += across) {
      const placed = pods.slice(first, first + across).map((pod, index) => {
        const box = { x: x + index * (size + POD.gap), y: at, width: size, height: this.#pod.height };
        return { pod, group, box };
      });
      this.#pods.push(...placed);
      const end = Math.max(...placed.map(({ box }) => threadAt(box)));
      at = this.#wiresUnder(
        placed,
        at + this.#pod.height,
        (top) => {
          const from = end + 14;
          return { x: from, y: top, width: right - from, height: WIRE, anchor: 'start' };
        },
        named,
      );
      at += POD.gap;
    }
    return at - POD.gap;
  }

  /** @returns where the last Service's line has its foot */
  #wiresUnder(
    placed: readonly PodPlace[],
    top: number,
    nameAt: (top: number) => Wire['name'] & object,
    named: Set<ServiceObject>,
  ): number {
    const services = placed[0]?.group?.services ?? [];
    let y = top;
    for (const service of services) {
      const tied = placed.filter(({ pod }) => isBehind(pod, service));
      if (tied.length === 0) continue;
      const name = named.has(service) ? undefined : nameAt(y);
      named.add(service);
      const threads = tied
        .map(({ box }) => ({ x: threadAt(box), from: box.y + box.height }))
        .toSorted((a, b) => a.x - b.x);
      const [first, last] = [threads[0]?.x ?? 0, threads.at(-1)?.x ?? 0];
      const from = name?.anchor === 'end' ? name.x + name.width + 6 : first;
      const to = name?.anchor === 'start' ? name.x - 4 : last;
      this.#wires.push({ service, y: y + WIRE / 2, from, to, threads, ...(name === undefined ? {} : { name }) });
      y += WIRE;
    }
    return y;
  }
}

const isOn =
  ({ name }: NodeObject) =>
  ({ node }: PodObject): boolean =>
    node === name;

/** Threads leave a Pod near its left edge: to their right there is room for a name. */
const threadAt = ({ x }: Box): number => x + 18;

/** @returns how many Pods stand side by side, and how wide each is */
function gridOf(inner: number, least: number): { across: number; size: number } {
  const across = Math.max(1, Math.floor((inner + POD.gap) / (least + POD.gap)));
  return { across, size: Math.min(POD.most, (inner - (across - 1) * POD.gap) / across) };
}

function chipTexts(
  { services, claims }: ClusterState,
  groups: readonly Group[],
  narrow: ((pod: PodObject) => boolean) | undefined,
): Pick<Chip, 'text' | 'state'>[] {
  const idle = services.filter((service) => !groups.some((group) => group.services.includes(service)));
  const bare = narrow === undefined ? [] : groups.filter(({ pods }) => pods.every(narrow));
  return [
    ...bare
      .filter(({ key }) => key !== '')
      .map(({ kind, name, count }) => ({ text: [kind, name, count].filter(Boolean).join(' '), state: stateOf(count) })),
    ...idle.map((service) => ({ text: `Service ${shownName(service)} · aucun Pod prêt`, state: 'waiting' as const })),
    ...claims.map(claimChip),
  ];
}

function stateOf(count: string | undefined): Chip['state'] {
  const [ready, wanted] = count?.split('/') ?? [];
  return ready === wanted ? 'good' : 'waiting';
}

function claimChip(claim: ClaimObject): Pick<Chip, 'text' | 'state'> {
  const text = `PersistentVolumeClaim ${shownName(claim)} · ${claim.bound ? 'Bound' : 'Pending'}`;
  return { text, state: claim.bound ? 'good' : 'waiting' };
}
