/** What changes in a recorded text, in French: the list that the page « Vérification » shows. */
export const REWRITINGS: readonly string[] = [
  'le nom du cluster et de ses nœuds, tiré au sort à chaque vérification, devient « orchestre » ;',
  'le chemin du script que bash exécute, dans ses propres messages d’erreur, devient « bash » ;',
  'les couleurs et les mouvements du curseur sont retirés.',
];
