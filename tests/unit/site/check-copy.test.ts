import { expect, test } from 'vitest';
import { checkCopy } from '../../../src/site/check-copy.ts';
import { lessonPreparation } from '../../../src/site/prepare.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { lessonOf } from './lesson.ts';

const exercise = (fence: string) =>
  `<Exercice titre="Essayer">\n\n\`\`\`${fence}\ntest -f x\n\`\`\`\n\n<Solution>\n\n\`\`\`bash\ntrue\n\`\`\`\n\n</Solution>\n\n</Exercice>\n`;

test.each([
  [
    'cluster: swarm',
    'bash check',
    { machine: 'vagrantbox-1', command: 'docker cp v.sh vagrantbox-1:/root/orchestre/essai/' },
  ],
  [
    'cluster: swarm',
    'bash check machine=vagrantbox-2',
    { machine: 'vagrantbox-2', command: 'docker cp v.sh vagrantbox-2:/root/orchestre/essai/' },
  ],
  ['cluster: swarm', 'bash check machine=host', undefined],
  ['cluster: shared', 'bash check', undefined],
])('%s, %s: a downloaded check is copied only into a machine that the browser cannot reach', (matter, fence, copy) => {
  const lesson = lessonOf(exercise(fence), matter);
  const [check] = lesson.snippets;
  expect(check && checkCopy(lesson, check, 'v.sh')).toEqual(copy);
});

test('it is copied into the folder in which the lesson’s terminal opens', () => {
  const lesson = lessonOf(exercise('bash check'), 'cluster: swarm');
  const [check] = lesson.snippets;
  const folder = /cd ~\/(\S+)/.exec(lessonPreparation(lesson, courseWith([]).meta)?.enter ?? '')?.[1];
  expect(check && checkCopy(lesson, check, 'v.sh')?.command).toBe(`docker cp v.sh vagrantbox-1:/root/${folder}/`);
});
