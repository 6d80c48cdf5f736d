/**
 * Every kind of finding, by its stable code, with what it means to an author. Closed: `errorAt` and `warningAt` take
 * nothing else, and CONTRIBUER.md lists them (a test holds the two equal).
 */
export const CODES = {
  // The files of the course.
  'fichier-illisible': 'un fichier du cours ne se lit pas',
  'champ-invalide':
    'un champ d’un en-tête, de cours.yaml, d’images.yaml ou de telechargements.yaml n’a pas la forme attendue',
  'lecon-absente': 'cours.yaml annonce une leçon qui n’existe pas',
  'lecon-oubliee': 'une leçon ne figure pas dans cours.yaml',
  'slug-double': 'deux leçons portent le même nom',
  'slug-impossible': 'aucun namespace, ou aucune page, ne peut porter le nom de cette leçon',
  'revue-depassee': 'la date de review d’un extrait non exécuté est passée',
  'schemas-perimes': 'les schémas ne sont pas ceux de la version de Kubernetes du cours',

  // The text of a lesson.
  'entete-absent': 'la leçon n’a pas d’en-tête',
  'mdx-illisible': 'une balise ou une accolade rompt la leçon',
  'titre-de-niveau-1': 'le titre de la leçon vient de son en-tête, pas d’un #',
  'titre-souligne': '--- touche le texte au-dessus : c’est un titre, pas une nouvelle diapositive',
  'note-de-bas-de-page': 'ni la page ni les diapositives n’ont de place pour une note de bas de page',
  'import-inutile': 'une leçon n’importe ni n’exporte rien',
  'composant-inconnu': 'ce composant n’existe pas',
  'composant-incomplet': 'un composant n’a pas l’attribut sans lequel il ne montre rien',
  expression: 'une expression { } serait évaluée à la construction du site, et non montrée',
  'montre-sans-executer': 'du code est montré hors d’un bloc : personne ne l’a exécuté',
  'image-absente': 'le fichier de cette image n’est pas à côté de la leçon',
  'image-sans-texte': 'cette image n’a pas de texte équivalent',
  'lien-rompu': 'un lien ne mène à aucune page du cours',
  'ancre-inconnue': 'la page existe, mais pas l’ancre derrière #',
  'lien-invalide': 'une adresse de l’internet est mal écrite',
  'lien-mort': 'une adresse de l’internet ne mène plus à rien (npm run liens -- --en-ligne)',
  'lien-douteux': 'une adresse de l’internet refuse un programme, ou n’a pas l’ancre derrière #',
  'mesure-inconnue': '<Mesure> ne nomme aucune commande exécutée de la leçon',
  'mesure-illisible': 'la commande que <Mesure> cite n’a pas affiché une valeur seule',

  // Blocks and their attributes.
  'bloc-non-ferme': 'un bloc n’est jamais refermé',
  'langage-inconnu': 'un bloc n’est ni exécuté ni écrit dans un fichier',
  'attributs-illisibles': 'ce qui suit le langage du bloc ne se lit pas',
  'attribut-inconnu': 'cet attribut n’existe pas',
  'attribut-deplace': 'cet attribut n’a pas de sens sur ce bloc',
  'attribut-double': 'cet attribut est donné deux fois',
  'attributs-incompatibles': 'deux attributs s’excluent, ou l’un demande l’autre',
  'valeur-invalide': 'la valeur d’un attribut n’est pas acceptée',
  'id-double': 'deux extraits portent le même id',
  'sortie-orpheline': 'une sortie ne suit rien qui affiche quelque chose',
  'sortie-double': 'un extrait a deux sorties',
  'sortie-sans-execution': 'une sortie suit un extrait que personne n’exécute',
  'sortie-vide': 'un bloc output est vide',
  'sortie-sans-preuve': 'cette sortie attendue accepte n’importe quoi',
  'refus-sans-raison': 'le serveur doit refuser, mais la leçon ne dit pas pourquoi',
  'regex-invalide': 'une sortie attendue n’est pas une expression rationnelle',
  'stop-inconnu': 'stop ne désigne aucun extrait en arrière-plan',
  'attente-impossible': 'wait ne désigne rien que kubectl puisse attendre',
  'attente-sans-objet': 'wait attend la disparition de ce que la leçon ne nomme nulle part ailleurs',
  'machine-inconnue': 'machine ne nomme aucune machine de la leçon',
  'cluster-absent': 'un extrait demande un cluster, la leçon n’en a pas',

  // Exercises.
  'exercice-sans-verification': 'un exercice n’a pas de check',
  'exercice-sans-solution': 'un exercice n’a pas de solution exécutable',
  'exercice-deplace': 'un exercice est à l’intérieur d’un autre composant',
  'exercice-double': 'deux exercices sont sur une même diapositive',
  'solution-orpheline': '<Solution> n’est pas directement dans un <Exercice>',
  'solution-double': 'un exercice a deux solutions',
  'indice-orphelin': '<Indice> n’est pas dans un <Exercice>',
  'verification-orpheline': 'un check n’est pas dans un <Exercice>, avant sa <Solution>',

  // bash.
  'bash-illisible': 'bash ne comprend pas cette ligne',
  'fichier-absent': 'un fichier est appliqué avant que la leçon ne l’ait écrit',
  'retry-modifie': 'retry répète une commande qui peut changer quelque chose',
  'retry-accumule': 'retry répète un extrait qui dépend de l’essai précédent',
  'hidden-modifie': 'hidden cache une commande qui peut changer quelque chose',
  'hidden-definit': 'hidden définit ce dont un extrait montré se sert',
  'check-modifie': 'une vérification peut changer quelque chose',
  'attente-fixe': 'sleep attend une durée au lieu d’un état',

  // YAML and Kubernetes.
  'yaml-illisible': 'la syntaxe du YAML est rompue',
  'cle-double': 'une clé est écrite deux fois dans un objet',
  'manifeste-incomplet': 'apiVersion ou kind manque',
  'pas-kubernetes': 'ce YAML n’est pas un objet de Kubernetes : schema=aucun',
  'apiversion-inconnue': 'Kubernetes n’a pas cette API',
  'kind-inconnu': 'l’API n’a pas d’objet de ce nom',
  'nom-manquant': 'un objet n’a pas de nom',
  'champ-inconnu': 'un objet n’a pas ce champ',
  'champ-manquant': 'un champ obligatoire manque',
  'type-inattendu': 'la valeur d’un champ n’est pas du bon type',
  'valeur-inconnue': 'la valeur d’un champ n’est pas dans la liste',

  // Container images.
  'image-inconnue': 'une image de conteneur n’est pas dans images.yaml',
  'image-inutile': 'aucune leçon n’utilise une image du catalogue',
  'image-par-empreinte': 'une image est désignée par son empreinte au lieu de son tag',

  // Downloads.
  'telechargement-inconnu': 'une adresse que la leçon télécharge ou applique n’est pas dans telechargements.yaml',
  'telechargement-calcule': 'une adresse que la leçon télécharge est calculée : personne ne sait laquelle',
  'telechargement-inutile': 'aucune leçon n’utilise une adresse du catalogue',

  // Diagrams.
  'diagramme-sans-texte': 'un diagramme n’a pas de texte équivalent (alt)',
  'diagramme-syntaxe': 'mermaid ne comprend pas ce diagramme',
  'diagramme-type': 'ce genre de diagramme n’est pas pris en charge',
  'diagramme-classe': 'cette classe n’existe pas dans la palette',
  'diagramme-interdit': 'ce diagramme fixe ce que la charte décide',
  'diagramme-absent': 'un diagramme n’est pas dessiné',
  'diagramme-perime': 'un dessin n’est pas celui de son diagramme',
  'diagramme-orphelin': 'un dessin n’a plus de diagramme',
  'diagramme-trop-grand': 'un diagramme ne tient pas sur une diapositive',

  // French typography.
  accent: 'un accent manque',
  cedille: 'une cédille manque',
  ligature: 'o et e se lient dans ce mot',
  'capitale-sans-accent': 'une capitale garde son accent',
  'guillemets-droits': 'des guillemets droits sont dans le texte',
  'guillemets-anglais': 'des guillemets anglais sont dans le texte',
  'trait-d-union-isole': 'un trait d’union sert de tiret',
  'espaces-doubles': 'plusieurs espaces se suivent',
  'espace-avant-virgule': 'une espace précède une virgule ou un point',
  'espace-manquante': 'une espace manque devant une unité',
  etc: '« etc. » n’a pas de points de suspension',
  ordinal: 'un ordinal ne s’abrège pas ainsi',

  // Slides and pages, as a browser lays them out (`npm run slides`).
  'diapo-trop-pleine': 'une diapositive dépasse le bas de son cadre',
  'diapo-trop-large': 'un mot, un tableau ou une image dépasse la droite de son cadre',
  'diapo-defile': 'du code ou une sortie défile sur sa diapositive',
  'diapo-texte-petit': 'un texte est trop petit pour le dernier rang',
  'diapo-dessin-petit': 'les mots d’un schéma sont trop petits pour le dernier rang',
  'page-trop-large': 'la page est plus large que l’écran d’un téléphone',

  // Proofs.
  'preuve-absente': 'la leçon, ou l’extrait, n’a pas de preuve d’exécution',
  'sortie-differente': 'la sortie attendue n’est pas celle qui a été enregistrée',
  'preuve-illisible': 'la preuve ne se lit pas, ou a été modifiée à la main',
} as const satisfies Readonly<Record<string, string>>;

/** The stable word for a kind of finding, as `attribut-inconnu`. */
export type Code = keyof typeof CODES;
