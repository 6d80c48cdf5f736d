/**
 * The ideas of the three slides that the course grew from, in their order: each is taught by one lesson or more, whose
 * front matter declares it (`graine`). Source: `../shared/seed.md`.
 */
export const SEED_IDEAS = [
  'plusieurs-hotes',
  'orchestrateurs',
  'swarm-cluster',
  'swarm-service',
  'reseau-overlay',
  'api-cluster',
  'api-declarative',
  'reseau-par-defaut',
  'reseau-sans-partage',
  'api-riche',
  'api-extensible',
  'introspection-traefik',
  'reflexion-argocd',
  'reflexion-operateur',
  'dev-ops',
] as const;
