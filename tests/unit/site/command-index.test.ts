import { describe, expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import { commandIndexOf, commandsIn } from '../../../src/site/command-index.ts';
import { memoOf } from '../../../src/site/memo.ts';
import { lessonOf } from './lesson.ts';

const bash = (code: string, attributes = ''): string => `\`\`\`bash ${attributes}\n${code}\n\`\`\`\n`;
const namesIn = (code: string): string[] => lessonOf(bash(code)).snippets.flatMap(commandsIn);
const courseOf = (body: string): Course => ({ lessons: [lessonOf(body)] }) as unknown as Course;

describe('the sub-commands of a snippet', () => {
  test.each([
    ['kubectl get pods', ['kubectl get']],
    ['kubectl -n kube-system get pods | grep dns', ['kubectl get']],
    ['kubectl rollout undo deployment/carte', ['kubectl rollout undo']],
    ['kubectl create -f carte.yaml', ['kubectl create']],
    ['kubectl create deployment carte --image=nginx:1.30', ['kubectl create deployment']],
    ['pod=$(kubectl get pods -o name); kubectl delete "$pod"', ['kubectl get', 'kubectl delete']],
    ['docker service update --image nginx:1.30 fond', ['docker service update']],
    ['docker compose -f compose.yaml up --detach', ['docker compose up']],
    ['kubectl "$verbe" pods; ls; echo kubectl get', []],
  ])('%s', (code, names) => {
    expect(namesIn(code)).toEqual(names);
  });
});

test('each slide once, with its title and its box; neither checks nor hidden snippets', () => {
  const body = [
    '### Un',
    bash('kubectl get pods'),
    bash('kubectl get nodes'),
    bash('kubectl top nodes', 'hidden'),
    '---',
    '### Deux',
    '```yaml id=web file=web.yaml apply\nkind: Deployment\n---\nkind: Service\n```\n',
    bash('kubectl get pods'),
    '<Exercice titre="Essai">',
    bash('kubectl auth can-i get pods', 'check'),
    '<Solution>',
    bash('kubectl scale deployment web --replicas=2'),
    '</Solution>',
    '</Exercice>',
  ].join('\n\n');
  const { tools, kinds } = commandIndexOf(courseOf(body));
  const listed = tools.flatMap(({ entries }) => entries);
  expect(listed.map(({ name, places }) => [name, ...places.map(({ title, path }) => `${title} ${path}`)])).toEqual([
    ['kubectl apply', 'Deux essai/#extrait-web'],
    ['kubectl get', 'Un essai/#extrait-s1', 'Deux essai/#extrait-s5'],
    ['kubectl scale', 'Deux essai/#extrait-s7'],
  ]);
  expect(kinds.map(({ name }) => name)).toEqual(['Deployment', 'Service']);
});

test('the memo sheet has what authors marked, under their sentence or the title of the slide', () => {
  const body = ['### Lister', bash('kubectl get pods', 'memo'), bash('kubectl get nodes', 'memo="Voir : les nœuds"')];
  expect(memoOf(courseOf(body.join('\n\n'))).flatMap(({ entries }) => entries)).toEqual([
    { sentence: 'Lister', code: 'kubectl get pods', path: 'essai/#extrait-s1' },
    { sentence: 'Voir\u00A0: les nœuds', code: 'kubectl get nodes', path: 'essai/#extrait-s2' },
  ]);
  expect(memoOf(courseOf(bash('kubectl get pods')))).toEqual([]);
});
