import { errorAt, type FindingText } from './finding.ts';
import type { Diagram, Finding, Snippet } from './types.ts';
import type { PlacedFence, Walked } from './walk.ts';

/**
 * Turns a lesson's fences into snippets and diagrams: ids given, each `output` attached to the snippet above it.
 * @returns them in reading order, and what is wrong between fences
 */
export function assemble(walked: Walked): { snippets: Snippet[]; diagrams: Diagram[]; findings: Finding[] } {
  const snippets: Snippet[] = [];
  const diagrams: Diagram[] = [];
  const findings: Finding[] = [];
  for (const fence of walked.fences) {
    if (fence.kind === 'mermaid') diagrams.push(diagramOf(fence, diagrams.length));
    else if (fence.kind === 'output') attachOutput(fence, snippets, findings);
    else if (fence.kind !== 'text') snippets.push(snippetOf(fence, snippets.length));
  }
  findings.push(
    ...duplicateIds(snippets),
    ...incompleteExercises(walked, snippets),
    ...orphanChecks(snippets),
    ...silentRefusals(snippets),
  );
  return { snippets, diagrams, findings };
}

function snippetOf(fence: PlacedFence, index: number): Snippet {
  const { language, code, attributes, slide, position, endLine, exercise } = fence;
  const kind =
    fence.kind === 'bash' ? 'command' : fence.kind === 'yaml' && attributes.schema !== 'aucun' ? 'manifest' : 'file';
  return {
    id: attributes.id ?? `s${index + 1}`,
    kind,
    language,
    code,
    attributes,
    slide,
    position,
    endLine,
    ...(exercise === undefined ? {} : { exercise }),
  };
}

function diagramOf({ code, alt = '', slide, position }: PlacedFence, index: number): Diagram {
  return { id: `d${index + 1}`, code, alt, slide, position };
}

function attachOutput(fence: PlacedFence, snippets: Snippet[], findings: Finding[]): void {
  const above = snippets.at(-1);
  const text: FindingText = {
    code: 'sortie-orpheline',
    message: 'cette sortie ne suit aucun extrait de la même diapositive',
    fix: 'placez-la juste sous la commande qui l’affiche',
  };
  if (above === undefined || above.slide !== fence.slide) findings.push(errorAt(fence.position, text));
  else if (above.expected !== undefined) {
    findings.push(
      errorAt(fence.position, { ...text, code: 'sortie-double', message: 'l’extrait au-dessus a déjà une sortie' }),
    );
  } else if (above.kind === 'file') {
    findings.push(errorAt(fence.position, { ...text, message: 'un fichier écrit n’affiche rien' }));
  } else if (above.attributes.skip !== undefined) {
    findings.push(errorAt(fence.position, NOT_RUN));
  } else if (above.kind === 'manifest' && !above.attributes.apply && above.attributes.exit === 0) {
    const message = 'ce manifeste est soumis au serveur à blanc : le lecteur n’en voit rien d’affiché';
    findings.push(
      errorAt(fence.position, { ...text, message, fix: 'ajoutez apply au bloc yaml, ou retirez cette sortie' }),
    );
  } else {
    if (fence.code.trim() === '') findings.push(errorAt(fence.position, EMPTY_OUTPUT));
    const { code, position, endLine } = fence;
    snippets[snippets.length - 1] = { ...above, expected: { text: code, position, endLine } };
    if (above.attributes.expect === 'regex') findings.push(...invalidRegex(fence));
  }
}

const NOT_RUN: FindingText = {
  code: 'sortie-sans-execution',
  message: 'l’extrait au-dessus n’est pas exécuté (skip) : personne n’a vu cette sortie',
  fix: 'retirez cette sortie, ou exécutez l’extrait (retirez skip et review)',
};
const EMPTY_OUTPUT: FindingText = {
  code: 'sortie-vide',
  message: 'cette sortie attendue est vide',
  fix: 'retirez ce bloc : sans lui, l’extrait ne doit rien afficher',
};

/** A server may refuse for quite another reason than the one that is taught: the message tells them apart. */
function silentRefusals(snippets: readonly Snippet[]): Finding[] {
  return snippets
    .filter(({ kind, attributes, expected }) => kind === 'manifest' && attributes.exit !== 0 && expected === undefined)
    .filter(({ attributes }) => attributes.skip === undefined)
    .map(({ position }) =>
      errorAt(position, {
        code: 'refus-sans-raison',
        message: 'le serveur doit refuser cet objet, mais rien ne dit pour quelle raison',
        fix: 'ajoutez un bloc « ```output » avec le message du serveur, juste en dessous',
      }),
    );
}

function invalidRegex({ code, position }: PlacedFence): Finding[] {
  try {
    new RegExp(code, 'su');
    return [];
  } catch (error) {
    const message = `cette sortie n’est pas une expression rationnelle (${error instanceof Error ? error.message : ''})`;
    return [errorAt(position, { code: 'regex-invalide', message, fix: 'corrigez-la, ou retirez expect=regex' })];
  }
}

function duplicateIds(snippets: readonly Snippet[]): Finding[] {
  return snippets.flatMap((snippet, index) => {
    const first = snippets.findIndex((other) => other.id === snippet.id);
    if (first === index) return [];
    const message = `l’id « ${snippet.id} » est déjà celui de l’extrait de la ligne ${snippets[first]?.position.line}`;
    return [errorAt(snippet.position, { code: 'id-double', message, fix: 'donnez-lui un autre id' })];
  });
}

function incompleteExercises(walked: Walked, snippets: readonly Snippet[]): Finding[] {
  return walked.exercises.flatMap((position, index) => {
    const own = snippets.filter((snippet) => snippet.exercise?.index === index);
    const findings: Finding[] = [];
    if (!own.some((snippet) => snippet.attributes.check)) {
      findings.push(
        errorAt(position, {
          code: 'exercice-sans-verification',
          message: 'cet exercice ne se vérifie pas',
          fix: 'ajoutez un bloc « ```bash check » qui échoue tant que le travail n’est pas fait',
        }),
      );
    }
    if (!own.some((snippet) => snippet.exercise?.solution)) {
      findings.push(
        errorAt(position, {
          code: 'exercice-sans-solution',
          message: 'cet exercice n’a pas de solution exécutable',
          fix: 'ajoutez <Solution> avec les commandes qui le résolvent',
        }),
      );
    }
    return findings;
  });
}

function orphanChecks(snippets: readonly Snippet[]): Finding[] {
  const misplaced = snippets.filter(({ attributes, exercise }, index) => {
    const before = snippets.slice(0, index).filter((other) => other.exercise?.index === exercise?.index);
    return attributes.check && (exercise?.solution !== false || before.some((other) => other.exercise?.solution));
  });
  return misplaced.map(({ position }) =>
    errorAt(position, {
      code: 'verification-orpheline',
      message: 'check vérifie un exercice : il va dans <Exercice>, avant sa <Solution>',
      fix: 'déplacez le bloc ou retirez check',
    }),
  );
}
