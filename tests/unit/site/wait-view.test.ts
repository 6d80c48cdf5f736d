import { expect, test } from 'vitest';
import { waitViews } from '../../../src/site/wait-view.ts';
import { lessonOf } from './lesson.ts';

const snippetOf = (wait: string) => {
  const [snippet] = lessonOf(`\`\`\`bash wait="${wait}"\nls\n\`\`\`\n`).snippets;
  if (snippet === undefined) throw new Error('no snippet');
  return snippet;
};

test.each([
  [
    'deployment/web',
    'attend que le déploiement de deployment/web soit terminé',
    'kubectl rollout status deployment/web --timeout=60s',
  ],
  [
    'Ready of pod -l app=web',
    'attend que pod -l app=web soit Ready',
    'kubectl wait --for=condition=Ready pod -l app=web --timeout=60s',
  ],
  ['delete of pod/web', 'attend que pod/web ait disparu', 'kubectl wait --for=delete pod/web --timeout=60s'],
  [
    'jsonpath={.status.phase}=Succeeded of pod/import',
    'attend que pod/import ait .status.phase = Succeeded',
    "kubectl wait --for='jsonpath={.status.phase}=Succeeded' pod/import --timeout=60s",
  ],
])('a wait reads as a sentence, and has the command that a reader would type: %s', (wait, sentence, command) => {
  const [view] = waitViews(snippetOf(wait), []);
  expect(`${view?.lead} ${view?.target} ${view?.goal}`).toBe(sentence);
  expect(view?.command).toBe(command);
});

test('each wait has its own output, and the time of all that it waited for', () => {
  const record = (output: string) => ({ command: '', startMs: 0, durationMs: 1000, output: `${output}\n` });
  const views = waitViews(snippetOf('Ready of pod/a, deployment/web'), ['créé', 'prêt', 'déployé'].map(record));
  expect(views.map(({ output, durationMs }) => [output, durationMs])).toEqual([
    ['prêt', 2000],
    ['déployé', 1000],
  ]);
});
