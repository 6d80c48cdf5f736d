import type { ClusterState, NodeObject, PodObject } from '../../cluster-map/types.ts';
import { counted } from '../../typography/french.ts';
import { groupsOf, shownName } from './groups.ts';
import { isWaiting } from './is-waiting.ts';
import { type PodSign, signOf } from './pod-sign.ts';
import { type Words, wordsFor, wordsOf } from './words.ts';

const WORDS: readonly (readonly [PodSign, singular: string, plural: string])[] = [
  ['ready', 'prêt', 'prêts'],
  ['starting', 'en cours', 'en cours'],
  ['failed', 'en échec', 'en échec'],
  ['done', 'terminé', 'terminés'],
  ['leaving', 'qui s’arrête', 'qui s’arrêtent'],
];
const COLON = '\u00A0: ';

/** @returns what a drawing of the state shows, in French: « nœud worker : 2 Pods prêts, 1 en cours. » */
export function describe(state: ClusterState): string {
  const words = wordsOf(state);
  const waiting = state.pods.filter((pod) => isWaiting(pod, state));
  const sentences = [
    ...state.nodes.map((node) => {
      const pods = state.pods.filter((pod) => pod.node === node.name);
      const known = node.ready || pods.length > 0;
      return `${words.node} ${node.name}${troubleOf(node)}${known ? COLON + podsOf(pods, words) : ''}`;
    }),
    ...(waiting.length === 0 ? [] : [`${words.waiting}${COLON}${podsOf(waiting, words)}`]),
    ...groupsOf(state).flatMap(({ kind, name, count }) =>
      count === undefined ? [] : [`${kind} ${name}${COLON}${count} ${kind === 'Job' ? 'terminés' : 'prêts'}`],
    ),
    ...state.services.map((service) => {
      const { pods } = service;
      const behind = pods.length === 0 ? 'aucun Pod prêt' : `${counted(pods.length, 'Pod')} (${pods.join(', ')})`;
      return `Service ${shownName(service)}${COLON}${behind}`;
    }),
    ...state.claims.map((claim) => {
      return `PersistentVolumeClaim ${shownName(claim)}${COLON}${claim.bound ? 'Bound' : 'Pending'}`;
    }),
  ];
  return sentences.length === 0 ? 'rien encore.' : `${sentences.join('\u00A0; ')}.`;
}

/** What stands beside a node's name; nothing where it is as it should be. */
function troubleOf(node: NodeObject): string {
  const { notReady, refuses } = wordsFor(node);
  const troubles = [...(node.ready ? [] : [notReady]), ...(node.schedulable ? [] : [refuses])];
  return troubles.length === 0 ? '' : ` (${troubles.join(', ')})`;
}

function podsOf(pods: readonly PodObject[], { pod: word, noPod }: Words): string {
  if (pods.length === 0) return noPod;
  const counts = WORDS.map(([sign, singular, plural]) => {
    const count = pods.filter((pod) => signOf(pod) === sign).length;
    return { count, how: count < 2 ? singular : plural };
  }).filter(({ count }) => count > 0);
  return counts.map(({ count, how }, index) => `${index === 0 ? counted(count, word) : count} ${how}`).join(', ');
}
