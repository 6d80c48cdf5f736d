import { errorAt, warningAt } from '../lesson/finding.ts';
import type { Finding, Lesson, Position } from '../lesson/types.ts';
import { anchorsOf } from '../site/anchors.ts';
import type { Trouble } from './measure.ts';

const FIXES: Readonly<Record<Trouble['code'], string>> = {
  'diapo-trop-pleine': 'coupez la diapositive en deux, ou passez des phrases dans <Lecture>',
  'diapo-trop-large': 'raccourcissez le mot ou l’adresse, ou réduisez le tableau à ce que la salle doit lire',
  'diapo-defile':
    'montrez moins de lignes ou de colonnes (… dans la sortie, -o custom-columns…), ou coupez la commande',
  'diapo-texte-petit': 'gardez la taille du thème',
  'diapo-dessin-petit': 'dessinez moins de boîtes (7 au plus), ou dans l’autre sens (TB, LR), et moins de texte autour',
  'page-trop-large': 'coupez ce qui est trop long, ou mettez-le dans un bloc de code, qui défile',
};

/** What stands where a lesson has it: a class may still read what scrolls, and an author decides. */
const WARNINGS = new Set<Trouble['code']>(['diapo-defile', 'diapo-dessin-petit']);

/**
 * @param slide id of the slide in the deck, or none for the page
 * @returns what was measured, at the author's own line
 */
export function findingsOf(lesson: Lesson, slide: string | undefined, troubles: readonly Trouble[]): Finding[] {
  return troubles.map(({ code, what, target }) => {
    const position = placeOf(lesson, slide, target);
    const text = { code, message: what, fix: FIXES[code] };
    return WARNINGS.has(code) ? warningAt(position, text) : errorAt(position, text);
  });
}

function placeOf(lesson: Lesson, slide: string | undefined, target: string | undefined): Position {
  const id = target?.replace(/^(?:extrait|diagramme)-/, '').replace(/-apres$/, '');
  const marked = [...lesson.snippets, ...lesson.diagrams].find((each) => each.id === id && target !== undefined);
  if (marked !== undefined) return marked.position;
  // A solution's slides are named for their exercise's.
  const own = slide?.replace(/-solution(?:-\d+)?$/, '');
  const index = anchorsOf(lesson).findIndex((anchor) => anchor.slide === slide || anchor.slide === own);
  return lesson.slides[index]?.position ?? { file: lesson.file, line: 1, column: 1 };
}
