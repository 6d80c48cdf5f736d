/**
 * What a French text must not contain and no plugin can put right without knowing what is meant. Only what is wrong
 * wherever it stands in prose: better to miss a fault than to flag a right sentence. Spaces before `; : ! ?`,
 * apostrophes and ellipses are set at rendering (`src/typography/typeset.ts`).
 */
export interface TypographyRule {
  readonly code: string;
  /** Global; the match is what is shown to the author. */
  readonly pattern: RegExp;
  readonly message: string;
  /** @returns what to write instead of the match */
  readonly instead: (match: string) => string;
}

/** Whole words of a list, in any case. */
const words = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_/.-])(?:${list})(?![\\p{L}\\p{N}_/-]|\\.\\p{L})`, 'giu');

/** Words that have no meaning without their accents. */
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

/** French words that begin with É; « Etc. » is none of them. */
const CAPITALS =
  'Ecart|Echanger?|Echapper|Echecs?|Echelle|Economie|Ecosystème|Ecouter?|Ecran|Ecrire|Ecriture|Ecrivez|Editer|Editez|Effectivement' +
  '|Egal|Egalement|Elaborer|Eléments?|Eliminer|Emettre|Energie|Enumérer|Ephémère|Equilibrage|Equilibrer|Equipes?' +
  '|Equivalent|Etages?|Etant|Etapes?|Etats?|Eteindre|Etendre|Etiquettes?|Etudes?|Etudier|Evaluer|Evénements?' +
  '|Evidemment|Evident|Eviter|Evitez|Evoluer|Evolution';

export const TYPOGRAPHY_RULES: readonly TypographyRule[] = [
  {
    code: 'guillemets-droits',
    pattern: /(?<!\d)"[^"\n]*"|(?<!\d)"/g,
    message: 'guillemets droits dans le texte',
    instead: (match) => `« ${match.replaceAll('"', '').trim() || '…'} », ou des accents graves si c’est du code`,
  },
  {
    code: 'guillemets-anglais',
    pattern: /“[^”\n]*”|[“”„‟]/g,
    message: 'guillemets anglais dans un texte français',
    instead: (match) => `« ${match.replace(/[“”„‟]/g, '').trim() || '…'} »`,
  },
  {
    code: 'trait-d-union-isole',
    pattern: /(?<=[\p{L})\]»*_`’.,!?…%]) --? (?=\S)/gu,
    message: 'un trait d’union sert de tiret',
    instead: () => 'un tiret « – » entre espaces, ou des virgules',
  },
  {
    code: 'espaces-doubles',
    pattern: /(?<=[^\s>|]) {2,}(?=[^\s|])/g,
    message: 'plusieurs espaces de suite',
    instead: () => 'une seule espace',
  },
  {
    code: 'espace-avant-virgule',
    pattern: /(?<=\p{L}) +[,.](?=\s|$)/gu,
    message: 'une espace avant une virgule ou un point',
    instead: (match) => `« ${match.trim()} » contre le mot`,
  },
  {
    code: 'capitale-sans-accent',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}’'_/-])(?:${CAPITALS})(?!\\p{L})`, 'gu'),
    message: 'une capitale garde son accent',
    instead: (match) => `« É${match.slice(1)} »`,
  },
  {
    code: 'capitale-sans-accent',
    pattern:
      /(?<=^|[.!?…]\s)A(?= (?:partir|noter|chaque|condition|défaut|terme|présent|retenir|savoir|moins|la fin|la place|l[’']))/gu,
    message: 'une capitale garde son accent',
    instead: () => '« À »',
  },
  {
    code: 'capitale-sans-accent',
    pattern: /(?<=^|[.!?…]\s)Ca(?= \p{Ll})/gu,
    message: 'une capitale garde sa cédille',
    instead: () => '« Ça »',
  },
  {
    code: 'ligature',
    pattern: words("b?oeufs?|ch?oeurs?|moeurs|noeuds?|oeil|(?:man|chefs?-d[’'])?oeuvres?|soeurs?|voeux?"),
    message: 'o et e se lient dans ce mot',
    instead: (match) => `« ${match.replace('oe', 'œ').replace('Oe', 'Œ')} »`,
  },
  {
    code: 'cedille',
    pattern: words('apercus?|facons?|francais(?:es?)?|lecons?|recoit|recoivent|recus?'),
    message: 'la cédille manque',
    instead: (match) => `« ${match.replace(/c(?=[aou])/, 'ç')} »`,
  },
  {
    code: 'accent',
    pattern: words(Object.keys(ACCENTED).join('|')),
    message: 'l’accent manque',
    instead: (match) => `« ${withCase(match, ACCENTED[match.toLowerCase()] ?? match)} »`,
  },
  {
    code: 'etc',
    pattern: /\betc(?:\.{2,}|\.?…)/g,
    message: '« etc. » n’a pas de points de suspension',
    instead: () => '« etc. »',
  },
  {
    code: 'ordinal',
    pattern: /(?<![\p{L}\p{N}.])\d+(?:ième|ieme|ème|eme|ère|ere|ier)s?(?!\p{L})/gu,
    message: 'cet ordinal ne s’abrège pas ainsi',
    instead: (match) =>
      /^1[eè]re/.test(match) ? '« 1re »' : /^1i/.test(match) ? '« 1er »' : `« ${parseInt(match, 10)}e »`,
  },
];

function withCase(model: string, word: string): string {
  const first = model.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
