import { defineConfig } from 'vitest/config';

// Real machines, clusters and browsers falter: in CI their tests have a second try, and its closing lines tell of the first.
const retry = process.env['CI'] === 'true' ? 1 : 0;

// The tests of the software. Lessons are not here: `npm run verify` makes each of them a test file of its own.
export default defineConfig({
  test: {
    reporters: ['default', ...(process.env['CI'] === 'true' ? ['github-actions'] : [])],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      // Whole commands, each in a process of its own; a few at a time.
      {
        test: {
          name: 'command',
          retry,
          include: ['tests/command/**/*.test.ts'],
          fileParallelism: false,
          maxConcurrency: 3,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'cluster',
          retry,
          include: ['tests/cluster/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'site',
          retry,
          include: ['tests/site/**/*.test.ts'],
          fileParallelism: false,
          // Each deck that is open takes a browser's page of some hundred megabytes.
          maxConcurrency: 3,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
