import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { browserSwitches, findBrowser } from '../../build/find-browser.mjs'
import type { Size } from '../../build/generate/city.ts'
import { equip } from './bench-page.ts'
import type { Served } from './server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The generator as one script for the page: what is made there need not travel. */
async function generatorScript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-city-script-'))
  try {
    await build({
      ...{ root, configFile: false, logLevel: 'warn' },
      resolve: { alias: { crypto: join(root, 'build', 'no-node-crypto.mjs') } },
      build: {
        ...{ outDir: folder, emptyOutDir: true, target: 'chrome109', minify: false },
        lib: {
          ...{ entry: join(root, 'tests', 'performance', 'city-page.ts'), formats: ['iife'], name: 'city' },
          fileName: () => 'city.js',
        },
      },
    })
    return readFileSync(join(folder, 'city.js'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let script: Promise<string> | null = null

/** A browser profile in which a city's books lie; opened again and again, each time as after a start of the machine. */
export type City = { open: () => Promise<BrowserContext>; remove: () => void }

/** A profile without anything; in `folder` where it is to stay. */
export function cityProfileOf(folder = mkdtempSync(join(tmpdir(), 'jiheng-city-'))): City {
  return {
    open: () => opened(folder),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** A city of a size. With JIHENG_CITIES=folder (and a port that stays) it is kept there for the next run. */
export async function cityProfile(served: Served, size: Size): Promise<City> {
  const kept = process.env.JIHENG_CITIES
  const folder = kept === undefined ? undefined : join(kept, `${size.projects}x${size.years}`)
  if (folder !== undefined && existsSync(folder)) return { ...cityProfileOf(folder), remove: () => undefined }
  script ??= generatorScript()
  const city = cityProfileOf(folder)
  const context = await city.open()
  try {
    const page = await firstPage(context)
    await page.goto(served.url)
    await page.getByRole('button', { name: '打开演示账套' }).waitFor()
    await page.addScriptTag({ content: await script })
    await page.evaluate((wanted) => window.fillCity?.(wanted), size)
  } finally {
    await context.close()
  }
  return folder === undefined ? city : { ...city, remove: () => undefined }
}

async function opened(folder: string): Promise<BrowserContext> {
  const executablePath = findBrowser()
  const context = await chromium.launchPersistentContext(folder, {
    args: [...browserSwitches(), '--disable-gpu'],
    ...(executablePath === null ? {} : { executablePath }),
    ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', bypassCSP: true },
  })
  await equip(context)
  context.setDefaultTimeout(120_000)
  return context
}

export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage()
}
