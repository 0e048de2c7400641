import { defineConfig } from '@playwright/test'
import { browserSwitches, findBrowser, findShell } from './build/find-browser.mjs'

const browser = findShell() ?? findBrowser()

export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/journeys/build.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // The longest is begun first: begun last, it would run alone for a minute.
  projects: [
    { name: 'year', testMatch: 'year.spec.ts' },
    { name: 'day', testIgnore: 'year.spec.ts' },
  ],
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // What takes minutes runs behind `JIHENG_SOAK=1 npx playwright test`: the whole must stay within the time of CI.
  ...(process.env.JIHENG_SOAK ? {} : { grepInvert: /@soak/ }),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Nobody waits for a dialog to fade.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace of every step takes a third of the time; of a failure the last picture tells most.
    trace: process.env.JIHENG_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Of two lists of features Chromium heeds only the last, and Playwright needs its own.
      args: [...browserSwitches().filter((name) => !name.startsWith('--disable-features')), '--disable-gpu'],
      ...(browser === null ? {} : { executablePath: browser }),
    },
  },
})
