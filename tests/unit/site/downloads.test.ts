import { expect, test } from 'vitest';
import { downloadsOf } from '../../../src/site/downloads.ts';
import { lessonOf } from './lesson.ts';

test('an exercise’s check is a script that stops at its first failing command, as the snippet does', () => {
  const exercise = (code: string) =>
    `<Exercice titre="Essayer">\n\n\`\`\`bash check\n${code}\n\`\`\`\n\n<Solution>\n\n\`\`\`bash\ntrue\n\`\`\`\n\n</Solution>\n\n</Exercice>\n`;
  const downloads = [
    ...downloadsOf(lessonOf(`${exercise('false\necho ok')}\n---\n\n${exercise('test -f x')}`)).values(),
  ];
  expect(downloads.map(({ path, content }) => [path, content])).toEqual([
    ['fichiers/verifier.sh', 'set -e\nfalse\necho ok\n'],
    ['fichiers/verifier-2.sh', 'set -e\ntest -f x\n'],
  ]);
});

test('a later version of a file has an address of its own', () => {
  const lesson = lessonOf(
    '```yaml file=a.yaml\nx: 1\n```\n\n```yaml file=a.yaml id=deux\nx: 2\n```\n\n```bash\ntrue\n```\n',
  );
  const downloads = [...downloadsOf(lesson).values()];
  expect(downloads.map(({ path, content }) => [path, content])).toEqual([
    ['fichiers/a.yaml', 'x: 1\n'],
    ['fichiers/deux/a.yaml', 'x: 2\n'],
  ]);
});
