import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What decides and what reads forms keeps nothing between two calls: its tests may share the modules they load. */
const pure = ['tests/domain/**/*.test.ts', 'tests/excel/**/*.test.ts']

export default defineConfig({
  test: {
    // A worker waits for its database a fifth of its time: one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...pure, 'tests/journeys/**', 'node_modules/**', 'out/**'],
        },
      },
    ],
  },
})
