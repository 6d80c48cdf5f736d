import type { ClusterState, NodeObject, PodObject, ServiceObject } from '../../cluster-map/types.ts';
import { escape, round as n } from '../markup.ts';
import type { Box } from '../types.ts';
import { describe } from './describe.ts';
import { fitText, type Setting, widthOf } from './fit-text.ts';
import {
  type Chip,
  type ClusterLayout,
  type GroupLabel,
  layoutCluster,
  type NodePlace,
  type PodPlace,
  type Wire,
} from './layout.ts';
import { shownName } from './groups.ts';
import { type PodSign, signOf, wordOf } from './pod-sign.ts';
import { standaloneCss } from './style.ts';
import { wordsFor, wordsOf } from './words.ts';

/** Glyphs, 12 px, around their own middle. */
const GLYPHS: Readonly<Record<PodSign, string>> = {
  ready: '<path d="M-5 0.5L-1.5 4L5-4"/>',
  starting: '<circle r="4.5"/><path class="cm-full" d="M0-4.5A4.5 4.5 0 0 0 0 4.5z" stroke="none"/>',
  failed: '<path d="M-4-4L4 4M4-4L-4 4"/>',
  done: '<rect class="cm-full" x="-4" y="-4" width="8" height="8" rx="1"/>',
  leaving: '<path d="M-5 0H5M1.5-3.5L5 0L1.5 3.5"/>',
};

/**
 * @param width what there is, in pixels: 320 at least
 * @returns the state as an `<svg>` without colours of its own: the page's tokens and `CLUSTER_CSS` paint it
 */
export function clusterSvg(state: ClusterState, width: number): string {
  return svgOf(state, width, '');
}

/** @returns the same as a file that stands alone, light or dark as its reader's system is */
export function clusterFile(state: ClusterState, width: number): string {
  return svgOf(state, width, `<style>${standaloneCss()}</style>`);
}

function svgOf(state: ClusterState, width: number, style: string): string {
  const layout = layoutCluster(state, width);
  const { height } = layout;
  return [
    `<svg class="cm" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" aria-label="${escape(describe(state))}">`,
    style,
    ...bodyOf(layout, wordsOf(state).waiting),
    '</svg>',
  ].join('');
}

function bodyOf({ nodes, pods, labels, wires, waiting, chips }: ClusterLayout, waits: string): string[] {
  return [
    ...nodes.map(nodeOf),
    ...(waiting === undefined ? [] : [waitingOf(waiting, waits)]),
    ...labels.map(labelOf),
    ...wires.map(wireOf),
    ...pods.map(podOf),
    ...chips.map(chipOf),
  ];
}

function nodeOf({ node, box, band, empty }: NodePlace): string {
  const { x, y, width, height } = box;
  const head = band ? height : 40;
  const led = node.role !== undefined;
  const rest = width - 24;
  const remarks = remarksOf(node);
  const name = fitText(shownName(node), { size: 14, font: 'sans', width: rest });
  const room = rest - Math.min(rest, widthOf(name.text, { size: 14.5, font: 'sans' })) - 14;
  const quiet = led ? 'cm-on-band' : 'cm-quiet';
  return [
    `<g class="cm-frame" data-key="node/${escape(node.name)}">`,
    `<rect class="cm-node${node.ready ? '' : ' cm-node-off'}" ${rectOf(box)} rx="8"/>`,
    led ? `<path class="cm-band" d="${bandPath(x, y, width, head, band)}"/>` : '',
    textAt(x + 12, y + head / 2, name, `cm-strong${led ? ' cm-on-band' : ''}`, 14),
    remarks === '' || room < 30
      ? ''
      : textAt(
          x + width - 12,
          y + head / 2,
          fitText(remarks, { size: 12, font: 'sans', width: room }),
          quiet,
          12,
          'end',
        ),
    // Of a machine that does not answer nobody knows.
    empty && node.ready
      ? textAt(x + 12, y + head + 22, { text: `${wordsFor(node).noPod} de la leçon` }, 'cm-quiet')
      : '',
    '</g>',
  ].join('');
}

/** What a node says of itself besides its name. */
function remarksOf(node: NodeObject): string {
  const { role, ready, schedulable } = node;
  const { notReady, closed } = wordsFor(node);
  const roles = { 'control-plane': 'plan de contrôle', manager: 'manager' };
  const remarks = [
    ...(role === undefined ? [] : [roles[role]]),
    ...(ready ? [] : [`✗ ${notReady}`]),
    ...(schedulable ? [] : [`⊘ ${closed}`]),
  ];
  return remarks.join(' · ');
}

/** Round above, and below where it is all there is. */
function bandPath(x: number, y: number, width: number, height: number, closed: boolean): string {
  const r = 8;
  const foot = closed
    ? `v${n(height - 2 * r)}a${r} ${r} 0 0 1 -${r} ${r}h-${n(width - 2 * r)}a${r} ${r} 0 0 1 -${r} -${r}`
    : `v${n(height - r)}h-${n(width)}`;
  return `M${n(x)} ${n(y + r)}a${r} ${r} 0 0 1 ${r} -${r}h${n(width - 2 * r)}a${r} ${r} 0 0 1 ${r} ${r}${foot}z`;
}

function waitingOf(box: ClusterLayout['waiting'] & object, text: string): string {
  return `<rect class="cm-waiting" ${rectOf(box)} rx="8"/>${textAt(box.x + 12, box.y + 20, { text }, 'cm-quiet cm-strong', 13)}`;
}

function podOf({ pod, group, box }: PodPlace): string {
  const { width } = box;
  const sign = signOf(pod);
  const inner = width - 20;
  const state = fitText(wordOf(pod), { size: 12, font: 'sans', width: inner - 18 });
  const restarts = pod.restarts === 0 ? '' : `↻ ${pod.restarts}`;
  const dense = isDense(box);
  const used = restarts === '' ? 0 : widthOf(restarts, { size: 12, font: 'sans' }) + 6;
  const nameWidth = inner - (dense ? used : 0);
  const name = fitText(shortName(pod, group?.name, nameWidth), mono(nameWidth));
  const tag = pod.tag === undefined ? undefined : fitText(pod.tag.split('/').at(-1) ?? '', mono(inner - used));
  const key = `pod/${pod.namespace ?? ''}/${pod.name}`;
  return [
    `<g class="cm-pod cm-${sign}" data-key="${escape(key)}" style="transform:translate(${n(box.x)}px,${n(box.y)}px)">`,
    `<title>${escape([shownName(pod), wordOf(pod), pod.tag, restartsIn(pod.restarts)].filter(Boolean).join(' · '))}</title>`,
    `<rect width="${n(width)}" height="${n(box.height)}" rx="14"/>`,
    textAt(10, 15, name, 'cm-mono cm-strong', 11),
    `<g class="cm-glyph" transform="translate(16 31)">${GLYPHS[sign]}</g>`,
    textAt(28, 31, state, 'cm-state'),
    tag === undefined || dense ? '' : textAt(10, 47, tag, 'cm-mono cm-quiet', 11),
    restarts === '' ? '' : textAt(width - 10, dense ? 15 : 47, { text: restarts }, 'cm-strong', 12, 'end'),
    '</g>',
  ].join('');
}

/** Many Pods are drawn smaller: a line less. */
const isDense = ({ height }: Box): boolean => height < 60;

const mono = (width: number): Setting => ({ size: 11, font: 'mono', width });
const restartsIn = (count: number): string => (count === 0 ? '' : `${count}\u00A0redémarrage${count < 2 ? '' : 's'}`);

/** Names that a controller made up begin with its own, which stands beside them already. */
function shortName({ owner, ...pod }: PodObject, group: string | undefined, width: number): string {
  const name = shownName(pod);
  if (owner === undefined || owner.kind === 'StatefulSet') return name;
  // `fond.1.w3q7x`: the place of a task is what its reader knows it by.
  if (owner.kind === 'SwarmService') return name.replace(/\.[a-z0-9]+$/, '');
  const own = group !== undefined && name.startsWith(`${group}-`) ? name.slice(group.length + 1) : name;
  return widthOf(own, mono(width)) <= width ? own : `…-${own.split('-').at(-1)}`;
}

function labelOf({ group, box, side, end }: GroupLabel): string {
  const { kind = '', name = '', count } = group;
  const told = count === undefined ? '' : `${count} ${kind === 'Job' ? 'terminés' : 'prêts'}`;
  if (side === 'top') {
    const { x, y, width, height } = box;
    const taken = widthOf(told, { size: 12, font: 'sans' }) + 10;
    return [
      textAt(x, y + 10, fitText(`${kind} ${name}`, { size: 13, font: 'sans', width: width - taken }), 'cm-strong', 13),
      told === '' ? '' : textAt(x + width, y + 10, { text: told }, 'cm-quiet', 12, 'end'),
      `<path class="cm-bracket" d="M${n(x)} ${n(y + height + 2)}v-4h${n(width)}v4"/>`,
    ].join('');
  }
  const right = box.x + box.width;
  const line = (y: number, text: string, size: number, classes: string) =>
    textAt(right, box.y + y, fitText(text, { size, font: 'sans', width: box.width }), classes, size, 'end');
  const lines = isDense(box)
    ? [line(11, [kind, count].filter(Boolean).join(' '), 12, 'cm-quiet'), line(29, name, 14, 'cm-strong')]
    : [line(11, kind, 12, 'cm-quiet'), line(28, name, 14, 'cm-strong'), line(46, told, 12, 'cm-quiet')];
  return [...lines, `<path class="cm-bracket" d="M${n(right + 16)} ${n(box.y)}h-5V${n(end)}h5"/>`].join('');
}

function wireOf({ service, y, from, to, name, threads }: Wire): string {
  return [
    `<path class="cm-wire" d="M${n(from)} ${n(y)}H${n(to)}"/>`,
    ...threads.map(({ x: at, from: top }) => `<path class="cm-thread" d="M${n(at)} ${n(top)}V${n(y)}"/>`),
    ...threads.map(({ x: at }) => `<circle class="cm-knot" cx="${n(at)}" cy="${n(y)}" r="3.5"/>`),
    name === undefined ? '' : nameOf(service, y, name),
  ].join('');
}

function nameOf(service: ServiceObject, y: number, { anchor, x, width }: Wire['name'] & object): string {
  const text = fitText(`Service ${shownName(service)}`, { size: 12, font: 'sans', width });
  return textAt(anchor === 'end' ? x + width : x, y, text, 'cm-service', 12, anchor);
}

function chipOf({ text, state, box }: Chip): string {
  const sign = state === 'good' ? 'ready' : 'starting';
  const fitted = fitText(text, { size: 12, font: 'sans', width: box.width - 36 });
  return [
    `<g class="cm-chip cm-${state === 'good' ? 'good' : 'waits'}"><rect ${rectOf(box)} rx="6"/>`,
    `<g class="cm-glyph" transform="translate(${n(box.x + 15)} ${n(box.y + 15)})">${GLYPHS[sign]}</g>`,
    `${textAt(box.x + 28, box.y + 15, fitted, '')}</g>`,
  ].join('');
}

/** Source of 0.35: half the height of a capital, in any font. */
function textAt(
  x: number,
  y: number,
  { text, squeezed }: ReturnType<typeof fitText>,
  classes: string,
  size = 12,
  anchor: 'start' | 'end' = 'start',
): string {
  const attributes = [
    classes === '' ? '' : ` class="${classes}"`,
    size === 12 ? '' : ` font-size="${size}"`,
    anchor === 'end' ? ' text-anchor="end"' : '',
    squeezed === undefined ? '' : ` textLength="${squeezed}" lengthAdjust="spacingAndGlyphs"`,
  ];
  return `<text x="${n(x)}" y="${n(y + size * 0.35)}"${attributes.join('')}>${escape(text)}</text>`;
}

function rectOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
}
