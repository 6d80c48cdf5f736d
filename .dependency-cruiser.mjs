/** What those know who drive a lesson through its lab. */
const RUN = [
  ...['lesson', 'course', 'judge', 'proof', 'machine', 'ledger', 'lab', 'session', 'play', 'typography'],
  'cluster-map',
];

/**
 * The layers of `src/`: what each folder may import besides itself. One way only, so that a stage never knows the ones
 * behind it: pages see lessons and proofs, never a cluster; only `lab/` knows kind, kubectl and docker.
 */
const LAYERS = {
  typography: [],
  'cluster-map': [],
  machine: [],
  artefact: [],
  shell: [],
  lesson: ['artefact', 'typography'],
  ledger: ['machine'],
  judge: ['lesson'],
  course: ['lesson'],
  drawing: ['cluster-map', 'lesson', 'course', 'typography'],
  links: ['lesson', 'course', 'typography'],
  check: ['lesson', 'course', 'judge', 'drawing', 'links', 'shell'],
  lab: ['cluster-map', 'machine', 'ledger', 'lesson', 'course', 'typography'],
  proof: ['artefact', 'cluster-map', 'lesson', 'course', 'judge'],
  session: ['artefact', 'lesson', 'judge', 'lab/types', 'machine/quoted'],
  play: ['cluster-map', 'lesson', 'judge', 'lab', 'ledger', 'machine', 'session'],
  verify: [...RUN, 'artefact', 'check'],
  presenter: [
    ...RUN,
    'site/reveal-french',
    'slides/built-site',
    'slides/site-file',
    'verify/end-run',
    'verify/parsed-args',
    'verify/port',
    'verify/signals',
  ],
  // In the reader's browser: types and constants, nothing of Node's.
  'presenter/browser': [
    'presenter/bounded-text',
    'presenter/protocol',
    'cluster-map/object-key',
    'scripts',
    'typography',
  ],
  doctor: ['machine', 'ledger', 'lab'],
  start: ['lesson', 'course', 'machine', 'lab', 'verify'],
  markdown: ['lesson', 'typography', 'site'],
  site: [
    ...['artefact', 'cluster-map', 'lesson', 'course', 'judge', 'proof', 'drawing', 'session/rewrite', 'shell'],
    'typography',
  ],
  scripts: ['styles', 'cluster-map', 'drawing/cluster', 'typography'],
  slides: ['lesson', 'course', 'site', 'machine', 'drawing/mermaid/chromium', 'verify/parsed-args'],
  pdf: ['lesson', 'course', 'slides', 'drawing/mermaid/chromium', 'verify/parsed-args'],
};

const inside = (folder) => `^src/${folder}(/|\\.ts$)`;
/** Folders within it that have a place of their own. */
const partsOf = (folder) =>
  Object.keys(LAYERS)
    .filter((each) => each.startsWith(`${folder}/`))
    .map(inside);

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one, or a third is missing.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'known-folder',
      comment: 'A new folder of src/ gets its place among the layers first.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(pages|layouts|components|styles)/', '^src/env\\.d\\.ts$', ...Object.keys(LAYERS).map(inside)],
      },
      to: {},
    },
    ...Object.entries(LAYERS).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      comment: `${folder}/ may import ${allowed.join(', ') || 'nothing of src/'}.`,
      severity: 'error',
      from: { path: inside(folder), pathNot: partsOf(folder) },
      to: { path: '^src/', pathNot: [inside(folder), ...allowed.map(inside)] },
    })),
    {
      name: 'processes-only-in-machine',
      comment: 'External programs are started through machine/; session/ owns its bash, drawing/ its browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(machine|session|drawing/mermaid)/' },
      to: { path: '^(node:)?child_process$|/node_modules/execa/' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
