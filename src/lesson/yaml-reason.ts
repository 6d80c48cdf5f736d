import type { ErrorCode } from 'yaml';

/** What each error of the `yaml` library says in French, and what to do. */
const MESSAGES: Partial<Record<ErrorCode, readonly [message: string, fix: string]>> = {
  TAB_AS_INDENT: ['une tabulation indente cette ligne', 'remplacez-la par des espaces'],
  DUPLICATE_KEY: ['cette clé est écrite deux fois dans le même objet', 'gardez-en une'],
  BAD_INDENT: ['l’indentation ne correspond à rien au-dessus', 'alignez cette ligne sur ses voisines'],
  MISSING_CHAR: ['il manque un signe fermant', 'refermez le guillemet, le crochet ou l’accolade'],
  BAD_SCALAR_START: ['une valeur ne commence pas par ce caractère', 'mettez la valeur entre guillemets'],
  BLOCK_AS_IMPLICIT_KEY: ['deux « : » sur une ligne', 'mettez la valeur entre guillemets, ou allez à la ligne'],
  MULTILINE_IMPLICIT_KEY: ['une clé tient sur une ligne et finit par « : »', 'ajoutez « : » ou réunissez les lignes'],
  BAD_ALIAS: [
    'cet alias ne désigne aucune ancre plus haut',
    'définissez l’ancre (&nom) avant l’alias (*nom), en dehors de lui',
  ],
  NON_STRING_KEY: ['une clé ne peut pas être un objet', 'mettez la valeur entre guillemets (« {{ » ouvre deux objets)'],
  BAD_DQ_ESCAPE: ['cette séquence d’échappement n’existe pas', 'doublez la barre oblique, ou prenez des apostrophes'],
  TAG_RESOLVE_FAILED: ['cette étiquette (!…) est inconnue', 'retirez-la, ou mettez la valeur entre guillemets'],
  BAD_DIRECTIVE: ['cette directive (%…) est inconnue', 'retirez-la'],
};

const OTHERWISE = ['la structure du YAML est rompue ici', 'vérifiez l’indentation, les tirets et les « : »'] as const;

/** @returns why YAML cannot be read and what to do, in French, by the library's code of the error */
export function yamlReason(code: ErrorCode): { message: string; fix: string } {
  const [message, fix] = (Object.hasOwn(MESSAGES, code) ? MESSAGES[code] : undefined) ?? OTHERWISE;
  return { message, fix };
}
