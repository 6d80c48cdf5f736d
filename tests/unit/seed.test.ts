import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { SEED_IDEAS } from '../../src/lesson/seed.ts';

/** Where each idea of the seed is taught, and the links that the seed gives for it. Source: ../shared/COURSE.md. */
const TAUGHT: Readonly<
  Record<(typeof SEED_IDEAS)[number], readonly [lesson: string, slide: string, ...links: string[]]>
> = {
  'plusieurs-hotes': ['01-orchestration', 'Plusieurs hôtes, huit besoins'],
  orchestrateurs: ['01-orchestration', 'Plusieurs orchestrateurs existent', 'https://docs.docker.com/engine/swarm/'],
  'swarm-cluster': [
    '02-swarm',
    'Deux commandes font un cluster',
    'https://docs.docker.com/engine/swarm/swarm-tutorial/create-swarm/',
  ],
  'swarm-service': [
    '02-swarm',
    'Une stack déploie tout GeoStack',
    'https://docs.docker.com/engine/swarm/swarm-tutorial/deploy-service/',
  ],
  'reseau-overlay': ['02-swarm', 'Un réseau overlay traverse les machines'],
  'api-cluster': [
    '03-kubernetes',
    'Les pièces se parlent par l’API',
    'https://container.training/kube-selfpaced.yml.html#85',
  ],
  'api-declarative': ['03-kubernetes', 'Le fichier dit combien, il ne dit pas comment'],
  'reseau-par-defaut': ['05-reseau', 'D’un nœud à l’autre'],
  'reseau-sans-partage': ['05-reseau', 'La base, la carte, aucun réseau'],
  'api-riche': ['03-kubernetes', 'explain répond mieux que le Web', 'https://kubernetes.io/docs/concepts/'],
  'api-extensible': ['12-etendre', 'Un type est un objet que l’on applique'],
  'introspection-traefik': [
    '11-introspection',
    'À l’échelle d’un cluster',
    'https://doc.traefik.io/traefik/providers/kubernetes-ingress/',
  ],
  'reflexion-argocd': [
    '14-gitops',
    'Nous n’avons appliqué qu’une Application',
    'https://argo-cd.readthedocs.io/en/stable/',
  ],
  'reflexion-operateur': [
    '13-operateurs',
    'Quinze lignes demandent un cluster PostgreSQL',
    'https://github.com/zalando/postgres-operator#getting-started',
  ],
  'dev-ops': ['16-responsabilites', 'Un namespace est un contrat'],
};

const course = await loadCourse(resolve('.'));
const SEED = resolve('../shared/seed.md');

describe('the seed', () => {
  test.skipIf(!existsSync(SEED))('has no link that is not in the table', () => {
    const links = [...readFileSync(SEED, 'utf8').matchAll(/\]\((https?:[^)]+)\)/g)].map(([, link = '']) => link);
    const known = Object.values(TAUGHT).flatMap(([, , ...each]) => each);
    expect(known.toSorted()).toEqual(links.toSorted());
  });

  test('its ideas belong to lessons of the plan', () => {
    const planned = course.meta.plan?.map(({ dossier }) => dossier);
    for (const [lesson] of Object.values(TAUGHT)) expect(planned).toContain(lesson);
  });

  describe.each(SEED_IDEAS)('%s', (idea) => {
    const [folder, slide, ...links] = TAUGHT[idea];
    const file = `content/${folder}/lecon.mdx`;

    test(`is declared by ${file}: graine: [${idea}]`, () => {
      const lesson = course.lessons.find((each) => each.file === file);
      expect(lesson?.meta.graine, `${file} lacks graine: [${idea}]`).toContain(idea);
    });

    test(`has its slide in ${file}: ${slide}`, () => {
      const lesson = course.lessons.find((each) => each.file === file);
      // Authors write either apostrophe; both are shown as ’.
      expect(lesson?.slides.map(({ title }) => title.replaceAll("'", '’'))).toContain(slide);
    });

    for (const link of links) {
      test(`has its link in ${file}: ${link}`, () => {
        expect(course.sources.get(file)).toContain(`](${link})`);
      });
    }
  });
});
