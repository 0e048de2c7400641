import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'

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

const server = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url))

/** Every test has the edition as users get it: the production build, its own server, empty folders. */
export const test = base.extend<{ app: RunningApp }>({
  app: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-journey-'))
    const [dataDir, exportsDir] = [join(folder, 'data'), join(folder, '绩衡导出')]
    const child = spawn(process.execPath, [server], {
      env: {
        ...process.env,
        JIHENG_PORT: '0',
        JIHENG_DATA: dataDir,
        JIHENG_EXPORTS: exportsDir,
        DISPLAY: '',
        WAYLAND_DISPLAY: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    const url = await addressOf(child)
    await use({ url, origin: new URL(url).origin, dataDir, exportsDir, complaints })
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Without a display the edition prints its address instead of opening a window. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/.exec(text)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill()
  })
}
