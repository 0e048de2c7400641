import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserSwitches, findBrowser } from '../../build/find-browser.mjs'

export type Killable = { page: Page; kill: () => Promise<void> }

/** A real browser on a profile that outlives it, which can be killed as the power cut would. */
export async function launchKillable(profile: string): Promise<Killable> {
  const executable = findBrowser()
  if (executable === null) throw new Error('no browser')
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const switches = ['--headless', '--remote-debugging-port=0', '--disable-gpu', '--window-size=1366,768']
  const child = spawn(
    executable,
    [...browserSwitches(), ...switches, `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: 'ignore',
      // Its own process group, so that all of it dies in one moment.
      detached: true,
    },
  )
  const browser = await connect(portFile)
  const context = browser.contexts()[0]
  if (!context) throw new Error('no context')
  return { page: context.pages()[0] ?? (await context.newPage()), kill: () => killed(child) }
}

async function connect(portFile: string): Promise<Browser> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : ''
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the browser did not start')
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    process.kill(-(child.pid ?? 0), 'SIGKILL')
  })
}
