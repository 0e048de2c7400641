import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'node_modules/**', 'out/**'],
    // Left to itself it leaves one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
