import type { Plugin } from 'vite';

/** What reveal.js says to a presenter, with the languages' own words; and one mistake of its speaker view. */
const NOTES: readonly (readonly [string, string])[] = [
  ['<html lang=\\"en\\">', '<html lang=\\"fr\\">'],
  ['reveal.js - Speaker View', 'Vue de l’orateur · Orchestre'],
  ['Loading speaker view...', 'La vue de l’orateur arrive…'],
  ['>Upcoming<', '>Ensuite<'],
  ['>Time <', '>Temps <'],
  ['Click to Reset', 'cliquez pour remettre à zéro'],
  ['0:00 AM', '00:00'],
  ['Pacing – Time to finish current slide', 'Rythme : temps qui reste pour cette diapositive'],
  ["'default': 'Default'", "'default': 'ordinaire'"],
  ["'wide': 'Wide'", "'wide': 'large'"],
  ["'tall': 'Tall'", "'tall': 'haute'"],
  ["'notes-only': 'Notes only'", "'notes-only': 'notes seules'"],
  ["'Layout' + ( title ? ( ': ' + title ) : '' )", "'Disposition' + ( title ? ( ' : ' + title ) : '' )"],
  ["'en-US', { hour12: true,", "'fr-FR', { hour12: false,"],
  [
    'Cross origin error.<br>The speaker window can only be opened from the same origin.',
    'La vue de l’orateur ne s’ouvre que depuis ses diapositives.',
  ],
  [
    'Error connecting to main window.<br>Please try closing and reopening the speaker view.',
    'La fenêtre des diapositives ne répond pas.<br>Fermez cette vue, puis rouvrez-la avec la touche S.',
  ],
  [
    'Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker view.',
    'Le navigateur a refusé la vue de l’orateur : autorisez les fenêtres surgissantes pour ce site, puis appuyez de nouveau sur S.',
  ],
  // Addresses count slides from 1 (hashOneBasedIndex), the state from 0: the view would open one slide too early, and
  // take the class there.
  ["'#/' + data.state.indexh + '/'", "'#/' + ( data.state.indexh + 1 ) + '/'"],
];

const DECK: readonly (readonly [string, string])[] = [
  ['Jump to slide', 'Aller à : numéro ou titre'],
  ['Resume presentation', 'Reprendre'],
];

/**
 * @param code of reveal.js, as published
 * @returns the same in French
 * @throws when a new version of reveal.js says something else: the list above has to follow
 */
export function frenchReveal(code: string, file: 'notes' | 'deck'): string {
  return (file === 'notes' ? NOTES : DECK).reduce((text, [english, french]) => {
    if (!text.includes(english))
      throw new Error(`reveal.js ne dit plus « ${english} » : mettez src/site/reveal-french.ts à jour.`);
    return text.replaceAll(english, () => french);
  }, code);
}

/** A Vite plugin that gives presenters their tools in French. */
export function revealFrench(): Plugin {
  return {
    name: 'orchestre-reveal-french',
    enforce: 'pre',
    transform: {
      filter: { id: /reveal\.js\/dist\/(?:reveal|plugin\/notes)\.mjs$/ },
      handler: (code, id) => ({ code: frenchReveal(code, id.includes('/plugin/') ? 'notes' : 'deck'), map: null }),
    },
  };
}
