import type { Kind, Mode, Role } from './types.ts';

/** The tokens of IDENTITY.md that drawings use. */
export const TOKENS = {
  light: {
    ink: '#1b1f2a',
    paper: '#fdfcf9',
    raised: '#f4f2ec',
    rule: '#d9d5ca',
    accent: '#2f4bd0',
    proven: '#0e7a4f',
    muted: '#5f6472',
    wrong: '#b3261e',
  },
  dark: {
    ink: '#e8eaf0',
    paper: '#12151d',
    raised: '#1a1f2b',
    rule: '#303748',
    accent: '#93a6ff',
    proven: '#5cd6a3',
    muted: '#9aa1b2',
    wrong: '#ff8a80',
  },
} as const satisfies Record<Mode, Record<string, string>>;

/** How a shape is painted; `text` is the colour of what is written on it. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  /** Lengths of dashes and gaps. */
  readonly dash?: string;
}

/** @returns the colours of a shape or of a text */
export function paintOf(mode: Mode, { role, kind }: { readonly role: Role; readonly kind: Kind | undefined }): Paint {
  const { ink, paper, raised, rule, muted, accent } = TOKENS[mode];
  const plain = { fill: 'none', stroke: muted, text: ink };
  if (role === 'plate') {
    const { fill } = kind === undefined ? plain : frameOf(mode, kind);
    return { ...plain, fill: fill === 'none' ? paper : fill, stroke: 'none' };
  }
  if (kind !== undefined) return role === 'frame' || role === 'title' ? frameOf(mode, kind) : boxOf(mode, kind);
  if (role === 'box' || role === 'label') return { fill: raised, stroke: muted, text: ink };
  if (role === 'edge-label') return { ...plain, text: muted };
  if (role === 'note') return { fill: raised, stroke: rule, text: ink };
  if (role === 'tag' || role === 'tag-label') return { fill: raised, stroke: muted, text: ink };
  if (role === 'lifeline') return { ...plain, stroke: rule };
  if (role === 'loop') return { ...plain, dash: '3 5' };
  if (role === 'activation') return { fill: mix(accent, paper, 0.25), stroke: accent, text: ink };
  if (role === 'edge' || role === 'dot') return { ...plain, stroke: mix(ink, paper, 0.72) };
  return plain;
}

function boxOf(mode: Mode, kind: Kind): Paint {
  const { ink, paper, raised, rule, muted, accent, proven, wrong } = TOKENS[mode];
  const paints: Record<Kind, Paint> = {
    pod: { fill: mix(accent, paper, 0.12), stroke: accent, text: ink },
    conteneur: { fill: paper, stroke: accent, text: ink },
    objet: { fill: raised, stroke: muted, text: ink },
    // The darkest thing on light paper; on dark paper, blocks of ink's light colour would dazzle.
    controle:
      mode === 'light'
        ? { fill: ink, stroke: mix(ink, paper, 0.75), text: paper }
        : { fill: rule, stroke: muted, text: ink },
    noeud: { fill: paper, stroke: muted, text: ink },
    agent: { fill: paper, stroke: ink, text: ink },
    externe: { fill: paper, stroke: muted, text: ink },
    pret: { fill: mix(proven, paper, 0.14), stroke: proven, text: ink },
    echec: { fill: mix(wrong, paper, 0.12), stroke: wrong, text: ink, dash: '9 5' },
    attente: { fill: paper, stroke: muted, text: muted, dash: '2 5' },
  };
  return paints[kind];
}

function frameOf(mode: Mode, kind: Kind): Paint {
  const { ink, muted } = TOKENS[mode];
  const box = boxOf(mode, kind);
  if (kind === 'controle') return { ...box, fill: 'none' };
  return kind === 'noeud' ? { fill: 'none', stroke: muted, text: ink } : box;
}

/** @returns `share` of the first colour over the second, as `#rrggbb` */
export function mix(over: string, under: string, share: number): string {
  const channel = (colour: string, index: number) => Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  return `#${[0, 1, 2]
    .map((index) => Math.round(channel(over, index) * share + channel(under, index) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
