import { expect, test } from 'vitest';
import { render, valuesOf } from './render.ts';

const EXERCISE = `
<Exercice titre="Essayer">

\`\`\`bash check
test -f x
\`\`\`

<Solution>

\`\`\`bash
touch x
\`\`\`

</Solution>

</Exercice>
`;

test('the rendered ids are the lesson’s snippets, in order, those of equal commands included', async () => {
  const get = '```bash\nkubectl get pods\n```\n\n```output\nx\n```\n';
  const { code, lesson } = await render(
    `${get}\n---\n\n<Fragment>\n\n${get}\n\n</Fragment>\n\n- dans une liste\n\n  ${get.replaceAll('\n', '\n  ')}\n\n---\n${EXERCISE}`,
  );
  const ids = valuesOf(code, 'Snippet', 'id');
  expect(ids).toEqual([...lesson.snippets.map(({ id }) => id), 's4']);
  expect(lesson.snippets).toHaveLength(5);
});

test('diagrams keep their ids; an output is not rendered from the author’s text', async () => {
  const { code } = await render(
    '```mermaid alt="a"\nflowchart LR\n```\n\n```bash\necho secret\n```\n\n```output\nattendu\n```\n',
  );
  expect(valuesOf(code, 'Diagram', 'id')).toEqual(['d1']);
  expect(code).not.toContain('attendu');
});

test('an illustration stays as drawn, untouched by typography', async () => {
  const { code } = await render("```text\n  l'un  ->  l'autre ?\n    |\n\n   fin\n```\n");
  const [, lines = ''] = /class: "illustration".*?children: (\[.*?\]|".*?")\s*\}\)/s.exec(code) ?? [];
  expect([JSON.parse(lines) as string | string[]].flat().join('')).toBe("  l'un  ->  l'autre ?\n    |\n\n   fin");
});
