import { errorAt } from '../lesson/finding.ts';
import type { Finding } from '../lesson/types.ts';
import type { Check } from './check.ts';
import { eachNode, placeOfNode } from './tree.ts';

/** Each drawing and each picture says its content in words too. */
export const alternatives: Check = ({ readings }) =>
  readings.flatMap(({ lesson, tree }) => {
    const fix = 'ajoutez alt="…", un texte qui dit la même chose que le dessin';
    const findings: Finding[] = lesson.diagrams
      .filter(({ alt }) => alt.trim() === '')
      .map(({ position }) =>
        errorAt(position, { code: 'diagramme-sans-texte', message: 'ce diagramme n’a pas de texte équivalent', fix }),
      );
    eachNode(tree, (node) => {
      if (node.type !== 'image' || (node.alt ?? '').trim() !== '') return;
      const message = 'cette image n’a pas de texte équivalent';
      const text = { code: 'image-sans-texte', message, fix: 'écrivez-le entre les crochets : ![texte](adresse)' };
      findings.push(errorAt(placeOfNode(node, lesson.file), text));
    });
    return findings;
  });
