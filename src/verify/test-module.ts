import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';

/**
 * Writes the vitest test file that a lesson is: each `test` stands on the line of its fence, so that reporters,
 * annotations and editors point at the author's line without a source map.
 * @param lesson the lesson
 * @param runtime specifier of the module that runs steps (`worker.ts`)
 * @returns JavaScript
 */
export function testModuleOf(lesson: Lesson, runtime: string): string {
  const lines: string[] = [
    `import { lessonTests } from ${JSON.stringify(runtime)}; const { step } = await lessonTests(${JSON.stringify(lesson.slug)});`,
  ];
  for (const { line, step } of placed(lesson)) {
    const index = line - 1;
    while (lines.length <= index) lines.push('');
    lines[index] += ` step(${JSON.stringify(step.id)}, ${JSON.stringify(titleOf(step))});`;
  }
  return `${lines.join('\n')}\n`;
}

/** Tests run in the order of their lines: a check's second run comes behind the solution. */
function placed(lesson: Lesson): { line: number; step: Step }[] {
  let line = 1;
  return planOf(lesson).map((step) => {
    line = Math.max(line, step.snippet.position.line);
    return { line, step };
  });
}

/** @returns the name of a step's test: where it stands and how it begins */
function titleOf({ snippet, mustFail }: Step): string {
  const when = snippet.attributes.check ? (mustFail ? ' (avant la solution)' : ' (après la solution)') : '';
  return `ligne ${snippet.position.line} · ${summaryOf(snippet)}${when}`;
}

function summaryOf({ kind, code, attributes }: Snippet): string {
  if (attributes.apply) return `kubectl apply -f ${attributes.file}`;
  if (attributes.file !== undefined) return `fichier ${attributes.file}`;
  if (kind === 'manifest') return 'manifeste soumis à blanc';
  const first = code.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return first.length > 70 ? `${first.slice(0, 69)}…` : first;
}
