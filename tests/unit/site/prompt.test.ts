import { expect, test } from 'vitest';
import type { LessonView } from '../../../src/site/lesson-view.ts';
import { boxOf, deckSnippet } from '../../../src/site/deck-snippet.ts';
import { snippetView } from '../../../src/site/snippet-view.ts';
import { lessonOf } from './lesson.ts';

test.each([
  ['cluster: shared', 'bash', '$', 'ls'],
  ['cluster: swarm', 'bash', 'vagrantbox-1 $', 'vagrantbox-1 ls'],
  ['cluster: swarm', 'bash machine=vagrantbox-2', 'vagrantbox-2 $', 'vagrantbox-2 ls'],
  ['cluster: swarm', 'bash machine=host', 'poste $', 'poste ls'],
])('%s, %s: a slide’s prompt says where one types, and its room is measured', (matter, fence, prompt, measured) => {
  const lesson = lessonOf(`\`\`\`${fence}\nls\n\`\`\`\n`, matter);
  const proof = { proofs: new Map(), problems: [] };
  const snippets = new Map(
    lesson.snippets.map((each) => [each.id, snippetView(each, proof, lesson.meta.cluster)] as const),
  );
  const view = { lesson, proof, snippets, artefacts: new Map(), clusters: new Map() } as unknown as LessonView;
  const found = deckSnippet(view, 's1');
  expect(found?.prompt).toBe(prompt);
  // « $ » and the space behind it are in the measures of every command.
  expect(found && boxOf(found).parts[0]?.lines).toEqual([measured]);
});
