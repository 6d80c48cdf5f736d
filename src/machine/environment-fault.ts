import { ToolError } from './tool-error.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein',
  EDQUOT: 'le quota de disque est atteint',
  EACCES: 'les droits manquent',
  EROFS: 'le système de fichiers est en lecture seule',
  EMFILE: 'trop de fichiers sont ouverts',
  EEXIST: 'un fichier est là où un dossier est attendu',
  ENOTDIR: 'un fichier est là où un dossier est attendu',
  EISDIR: 'un dossier est là où un fichier est attendu',
};

/**
 * Tells a fault of the machine (a full disk, missing rights) from what is the author's or ours.
 * @throws ToolError for the first, the error itself for the others
 */
export function asToolError(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = WHY[code];
  if (why === undefined || !(error instanceof Error)) throw error;
  throw new ToolError('Un fichier de la vérification n’a pas pu être écrit ou lu.', {
    why: `${why} (${error.message})`,
    fix: 'Faites de la place ou corrigez les droits, puis relancez : rien n’a été perdu ni écrit à moitié.',
    cause: error,
  });
}
