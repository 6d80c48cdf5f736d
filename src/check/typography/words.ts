import type { Code } from '../../lesson/codes.ts';

/**
 * Words that are wrong whatever they stand in, in lower case, and what they lack. Only such as no other word of French
 * or of the field is written like: `role`, `cote` or `execute` may be right.
 */
const ACCENTED: Readonly<Record<string, string>> = {
  apres: 'après',
  deja: 'déjà',
  deploiement: 'déploiement',
  deploiements: 'déploiements',
  derniere: 'dernière',
  etape: 'étape',
  etapes: 'étapes',
  etat: 'état',
  etats: 'états',
  evenement: 'événement',
  evenements: 'événements',
  memoire: 'mémoire',
  meme: 'même',
  memes: 'mêmes',
  numero: 'numéro',
  parametre: 'paramètre',
  parametres: 'paramètres',
  premiere: 'première',
  probleme: 'problème',
  problemes: 'problèmes',
  requete: 'requête',
  requetes: 'requêtes',
  reseau: 'réseau',
  reseaux: 'réseaux',
  systeme: 'système',
  systemes: 'systèmes',
  tres: 'très',
};

const CEDILLAS = 'aperçu aperçus façon façons français française françaises leçon leçons reçoit reçoivent reçu reçus';
const LIGATURES =
  'bœuf bœufs chœur cœur cœurs manœuvre manœuvres mœurs nœud nœuds œil œuf œufs œuvre œuvres sœur sœurs vœu vœux';

/** French words in É, at the head of a sentence. */
const CAPITALS =
  'Écart Échange Échanger Échapper Échec Échecs Échelle Économie Écosystème Écouter Écran Écrire Écriture Écrivez ' +
  'Éditer Éditez Également Élaborer Élément Éléments Éliminer Émettre Énergie Énumérer Éphémère Équilibrage Équilibrer ' +
  'Équipe Équipes Équivalent Étage Étages Étant Étape Étapes État États Éteindre Étendre Étiquette Étiquettes Étude ' +
  'Études Étudier Évaluer Événement Événements Évidemment Évident Éviter Évitez Évoluer Évolution';

/** What is wrong with a word, and the right one. */
export interface WrongWord {
  readonly code: Code;
  readonly message: string;
  readonly right: string;
}

const wrongWords = new Map<string, WrongWord>();
for (const [wrong, right] of Object.entries(ACCENTED))
  addBothCases(wrong, { code: 'accent', message: 'l’accent manque', right });
for (const right of CEDILLAS.split(' '))
  addBothCases(right.replace('ç', 'c'), { code: 'cedille', message: 'la cédille manque', right });
for (const right of LIGATURES.split(' '))
  addBothCases(right.replace('œ', 'oe'), { code: 'ligature', message: 'o et e se lient dans ce mot', right });
for (const right of CAPITALS.split(' '))
  wrongWords.set(right.replace('É', 'E'), {
    code: 'capitale-sans-accent',
    message: 'une capitale garde son accent',
    right,
  });

function addBothCases(wrong: string, what: WrongWord): void {
  wrongWords.set(wrong, what);
  wrongWords.set(capitalised(wrong), { ...what, right: capitalised(what.right) });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A word of prose: no part of a path, of a file name or of an identifier. */
const WORD = /(?<![\p{L}\p{N}_/.-])\p{L}+(?![\p{L}\p{N}_/-]|\.\p{L})/gu;

/** @returns the wrong words of a text, with their offsets */
export function findWrongWords(text: string): (WrongWord & { readonly wrong: string; readonly index: number })[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: wrong, index }) => {
    const found = wrongWords.get(wrong);
    return found === undefined ? [] : { ...found, wrong, index };
  });
}
