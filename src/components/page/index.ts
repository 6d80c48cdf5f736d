import Colonne from '../shared/Colonne.astro';
import Colonnes from '../shared/Colonnes.astro';
import Definition from '../shared/Definition.astro';
import Diagram from './Diagram.astro';
import Snippet from './Snippet.astro';
import Mesure from '../shared/Mesure.astro';
import Exercice from '../shared/Exercice.astro';
import Suite from '../shared/Suite.astro';
import Corrige from './Corrige.astro';
import Etape from './Etape.astro';
import Indice from './Indice.astro';
import Lecture from './Lecture.astro';
import Notes from './Notes.astro';
import Partie from './Partie.astro';
import Slide from './Slide.astro';
import Terme from './Terme.astro';
import Titre from './Titre.astro';

/** What a lesson's components are on its page. */
export const pageComponents = {
  Corrige,
  Colonne,
  Colonnes,
  Definition,
  Diagram,
  Etape,
  Exercice,
  Indice,
  Lecture,
  Mesure,
  Notes,
  // The front matter heads a page in its own way.
  Ouverture: Notes,
  Partie,
  Slide,
  Snippet,
  Suite,
  Terme,
  Titre,
};
