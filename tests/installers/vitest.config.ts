import { defineConfig } from 'vitest/config'

/** `npm run dist:check`: packs every installer with stand-ins for what comes from elsewhere, unpacks it and looks inside. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    setupFiles: 'tests/setup.ts',
    include: ['tests/installers/**/*.dist.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
})
