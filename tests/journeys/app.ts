import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base } from '@playwright/test'
import { serveApp } from '../performance/server.ts'
import { loadDemo } from './start-book.ts'

/** What the browser holds when the journey begins: nothing, or the demo book as 打开演示账套 leaves it. */
export type Held = 'nothing' | 'demo'

export type RunningApp = {
  /** With the token: open this first. */
  url: string
  /** Without it: what a stranger would open. */
  origin: string
  dataDir: string
  exportsDir: string
  holds: Held
  /** Console errors, page errors and policy violations of the test's own page so far. */
  complaints: string[]
}

/** What a browser keeps belongs to an address, so the address of a worker stays; systems give away higher ports. */
type Home = { port: number; demoProfile: () => Promise<string> }

/**
 * Every test has the edition as users get it: the production build, its own server, empty folders, and nothing in the
 * browser. With `test.use({ holds: 'demo' })` the browser is one of its own, on a copy of a profile in which the demo
 * book was opened before: loading it takes longer than most journeys that begin with it.
 */
export const test = base.extend<{ holds: Held; app: RunningApp }, { home: Home }>({
  holds: ['nothing', { option: true }],
  home: [
    async ({ playwright, launchOptions }, use, { parallelIndex }) => {
      const port = Number(process.env.JIHENG_JOURNEYS_PORT ?? 21_100) + parallelIndex
      const folder = mkdtempSync(join(tmpdir(), 'jiheng-profiles-'))
      const profile = join(folder, 'demo')
      let made = false
      async function demoProfile(): Promise<string> {
        if (made) return profile
        const context = await playwright.chromium.launchPersistentContext(profile, launchOptions)
        await openBefore(context, port)
        await context.close()
        made = true
        return profile
      }
      await use({ port, demoProfile })
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  context: async (
    { browser, playwright, launchOptions, contextOptions, viewport, locale, timezoneId, home, holds },
    use,
  ) => {
    const options = {
      ...contextOptions,
      viewport,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    }
    if (holds === 'nothing') {
      const context = await browser.newContext(options)
      await use(context)
      await context.close()
      return
    }
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-profile-'))
    cpSync(await home.demoProfile(), folder, { recursive: true })
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...options,
    })
    await use(context)
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  },
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()))
  },
  app: async ({ page, home, holds }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    const { close, ...served } = await serveApp(home.port)
    await use({ ...served, origin: new URL(served.url).origin, holds, complaints })
    await close()
  },
})

/** Opens the demo book in a profile, on the address of a worker. */
async function openBefore(context: BrowserContext, port: number): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const served = await serveApp(port)
  await page.goto(served.url)
  await loadDemo(page)
  await served.close()
}
