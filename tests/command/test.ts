import { access } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { test as base } from 'vitest';
import { fence } from '../fixtures/lesson-source.ts';
import { Project } from '../fixtures/project.ts';

/** Three snippets that hold. */
const GREEN = [
  fence('bash', 'echo a'),
  fence('output', 'a'),
  fence('bash', 'x=1'),
  fence('bash exit=3', '(exit 3)'),
].join('\n\n');

/** A test with a course of its own, so that several can run side by side. Its lesson holds. */
export const test = base.extend<{ project: Project }>({
  project: async ({}, use) => {
    const project = await Project.make(GREEN);
    await use(project);
    await project.remove();
  },
});

export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Waits until a condition holds; the test's own time limit ends it. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50);
}
