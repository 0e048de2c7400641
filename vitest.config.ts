import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'node_modules/**', 'out/**'],
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
  },
})
