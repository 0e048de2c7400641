import { test as base } from '@playwright/test'
import { serveApp } from '../performance/server.ts'

export type RunningApp = {
  /** With the token: open this first. */
  url: string
  /** Without it: what a stranger would open. */
  origin: string
  dataDir: string
  exportsDir: string
  /** Console errors, page errors and policy violations of the test's own page so far. */
  complaints: string[]
}

/** Every test has the edition as users get it: the production build, its own server, empty folders. */
export const test = base.extend<{ app: RunningApp }>({
  app: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    const { close, ...served } = await serveApp()
    await use({ ...served, origin: new URL(served.url).origin, complaints })
    await close()
  },
})
