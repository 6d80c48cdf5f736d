import { errorAt } from '../../lesson/finding.ts';
import type { Finding } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { eachNode, placeOfNode } from '../../lesson/tree.ts';

/** Each drawing and each picture says its content in words too. */
export const alternatives: Rule = ({ readings }) =>
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
      const instead = 'écrivez-le entre les crochets : ![texte](adresse)';
      findings.push(errorAt(placeOfNode(node, lesson.file), { code: 'image-sans-texte', message, fix: instead }));
    });
    return findings;
  });
