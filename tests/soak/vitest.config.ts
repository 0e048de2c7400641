import { defineConfig } from 'vitest/config'

/** `npm run soak`: hours where the ordinary tests take seconds; JIHENG_SOAK is the minutes that each file may take. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    setupFiles: 'tests/setup.ts',
    include: ['tests/soak/**/*.soak.ts'],
    testTimeout: 24 * 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
})
