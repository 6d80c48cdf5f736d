import { expect, test } from 'vitest';
import { contributedExamples } from '../fixtures/contribuer.ts';
import { Project } from '../fixtures/project.ts';
import { requireCluster } from '../require.ts';

const suite = await requireCluster();

const examples = Object.groupBy(await contributedExamples(), (each) => (/ machine=/.test(each) ? 'swarm' : 'shared'));

suite('CONTRIBUER.md', () => {
  test.each(['shared', 'swarm'] as const)(
    'its examples, one behind the other, are a %s lesson that holds',
    async (cluster) => {
      const project = await Project.make((examples[cluster] ?? []).join('\n'), cluster);
      try {
        const { exitCode, stdout } = await project.verify();
        expect(stdout).toContain('0 échec · ');
        expect(exitCode).toBe(0);
      } finally {
        await project.remove();
      }
    },
  );
});
