import type { LabAccess } from '../protocol.ts';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['L'], 'lancer en direct l’extrait suivant de la diapositive'],
  [['Maj', 'L'], 'rattraper : lancer tout ce qui précède la diapositive'],
  [['R'], 'montrer l’enregistrement ; encore : revenir au direct'],
  [['A'], 'arrêter ce qui tourne'],
  [['N'], 'recommencer la leçon dans un nouveau namespace'],
];
/** All windows of the bridge follow it. */
const SWITCH = 'orchestre-suite';

/** What the bridge adds to the deck's own list of keys: its keys, a switch, and where the presenter's terminal goes. */
export class Help {
  readonly #section = Object.assign(document.createElement('section'), { className: 'live-help' });
  readonly #lab = document.createElement('dl');
  readonly #switch = Object.assign(document.createElement('input'), { type: 'checkbox' });

  constructor() {
    const dialog = document.querySelector('dialog.keys');
    const keys = document.createElement('dl');
    for (const [names, what] of KEYS) {
      const term = document.createElement('dt');
      term.append(...names.map((name) => Object.assign(document.createElement('kbd'), { textContent: name })));
      keys.append(term, Object.assign(document.createElement('dd'), { textContent: what }));
    }
    const label = document.createElement('label');
    label.append(this.#switch, ' lancer avec la touche Suite (→, Espace) : elle exécute, puis la sortie vient');
    this.#switch.checked = this.runsWithNext;
    this.#switch.addEventListener('change', () => {
      try {
        localStorage.setItem(SWITCH, String(this.#switch.checked));
      } catch {
        // This window has it all the same.
      }
    });
    addEventListener('storage', ({ key, newValue }) => key === SWITCH && (this.#switch.checked = newValue === 'true'));
    const second = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Ouvrir une seconde fenêtre',
    });
    // What a window opens has a copy of its token; an address would have to show it.
    second.addEventListener('click', () => window.open(location.href, '_blank', 'popup'));
    this.#section.append(
      Object.assign(document.createElement('h2'), { textContent: 'En direct' }),
      keys,
      label,
      this.#lab,
      second,
    );
    const form = dialog?.querySelector('form') ?? null;
    // A dialog gives the focus to its first control: a space would turn the switch.
    form?.querySelector('button')?.setAttribute('autofocus', '');
    dialog?.insertBefore(this.#section, form);
  }

  /** The next key runs the slide's command before it shows its output. */
  get runsWithNext(): boolean {
    if (this.#switch.isConnected) return this.#switch.checked;
    try {
      return localStorage.getItem(SWITCH) === 'true';
    } catch {
      return false;
    }
  }

  showLab(lab: LabAccess | undefined): void {
    const rows = [
      ['Dossier', lab?.folder],
      ['KUBECONFIG', lab?.kubeconfig],
      ['Namespace', lab?.namespace],
    ] as const;
    this.#lab.replaceChildren(
      ...rows.flatMap(([name, value]) => {
        if (value === undefined) return [];
        const term = Object.assign(document.createElement('dt'), { textContent: name });
        const place = document.createElement('dd');
        place.append(Object.assign(document.createElement('code'), { textContent: value }));
        return [term, place];
      }),
    );
  }
}
