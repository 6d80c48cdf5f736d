import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { SEED_IDEAS } from '../../src/lesson/seed.ts';

/** Which lesson teaches each idea of the seed, and the links that the seed gives for it. Source: ../shared/COURSE.md. */
const TAUGHT: Readonly<Record<(typeof SEED_IDEAS)[number], readonly [lesson: string, ...links: string[]]>> = {
  'plusieurs-hotes': ['01-orchestration'],
  orchestrateurs: ['01-orchestration', 'https://docs.docker.com/engine/swarm/'],
  'swarm-cluster': ['02-swarm', 'https://docs.docker.com/engine/swarm/swarm-tutorial/create-swarm/'],
  'swarm-service': ['02-swarm', 'https://docs.docker.com/engine/swarm/swarm-tutorial/deploy-service/'],
  'reseau-overlay': ['02-swarm'],
  'api-cluster': ['03-kubernetes', 'https://container.training/kube-selfpaced.yml.html#85'],
  'api-declarative': ['03-kubernetes'],
  'reseau-par-defaut': ['05-reseau'],
  'reseau-sans-partage': ['05-reseau'],
  'api-riche': ['03-kubernetes', 'https://kubernetes.io/docs/concepts/'],
  'api-extensible': ['12-etendre'],
  'introspection-traefik': ['11-introspection', 'https://doc.traefik.io/traefik/providers/kubernetes-ingress/'],
  'reflexion-argocd': ['14-gitops', 'https://argo-cd.readthedocs.io/en/stable/'],
  'reflexion-operateur': ['13-operateurs', 'https://github.com/zalando/postgres-operator#getting-started'],
  'dev-ops': ['16-responsabilites'],
};

const course = await loadCourse(resolve('.'));
const SEED = resolve('../shared/seed.md');

describe('the seed', () => {
  test.skipIf(!existsSync(SEED))('has no link that is not in the table', () => {
    const links = [...readFileSync(SEED, 'utf8').matchAll(/\]\((https?:[^)]+)\)/g)].map(([, link = '']) => link);
    const known = Object.values(TAUGHT).flatMap(([, ...each]) => each);
    expect(known.toSorted()).toEqual(links.toSorted());
  });

  test('its ideas belong to lessons of the plan', () => {
    const planned = course.meta.plan?.map(({ dossier }) => dossier);
    for (const [lesson] of Object.values(TAUGHT)) expect(planned).toContain(lesson);
  });

  // A lesson to come fails as expected; from the day that cours.yaml has it, it must hold.
  describe.each(SEED_IDEAS)('%s', (idea) => {
    const [folder, ...links] = TAUGHT[idea];
    const run = course.meta.lecons.includes(folder) ? test : test.fails;
    const file = `content/${folder}/lecon.mdx`;

    run(`is declared by ${file}: graine: [${idea}]`, () => {
      const lesson = course.lessons.find((each) => each.file === file);
      expect(lesson?.meta.graine, `${file} lacks graine: [${idea}]`).toContain(idea);
    });

    for (const link of links) {
      run(`has its link in ${file}: ${link}`, () => {
        expect(course.sources.get(file)).toContain(`](${link})`);
      });
    }
  });
});
