import { expect, test } from 'vitest';
import { contributedExamples } from '../fixtures/contribuer.ts';
import { Project } from '../fixtures/project.ts';
import { requireCluster } from '../require.ts';

const suite = await requireCluster();

suite('CONTRIBUER.md', () => {
  test('its examples, one behind the other, are a lesson that holds on a cluster', async () => {
    const project = await Project.make((await contributedExamples()).join('\n'), 'shared');
    try {
      const { exitCode, stdout } = await project.verify();
      expect(stdout).toContain('0 échec · ');
      expect(exitCode).toBe(0);
    } finally {
      await project.remove();
    }
  });
});
