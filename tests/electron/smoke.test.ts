import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron } from '@playwright/test'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../../build/build.mjs'
import { temporaryFolder } from '../main/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The runtime that npm start would use, or null. */
function runtime(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const named = join(folder, 'path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8') : 'electron'
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

const program = runtime()
if (program === null) console.warn('skipped: no Electron runtime')

it.skipIf(program === null)(
  program === null ? 'skipped: no Electron runtime' : 'starts the desktop application',
  async () => {
    expect(ensureBuilt()).toBe(true)
    const application = await electron.launch({
      executablePath: program ?? '',
      args: ['--no-sandbox', root],
      env: { ...process.env, JIHENG_DATA: temporaryFolder() } as Record<string, string>,
    })
    const page = await application.firstWindow()
    await page.locator('main').waitFor()
    expect(page.url()).toMatch(/^app:\/\/jiheng\//)
    expect(await page.evaluate(() => 'require' in window)).toBe(false)
    await application.close()
  },
  120_000,
)
