import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserSwitches, findBrowser } from '../../build/find-browser.mjs'
import { chanceOf } from '../attacks/chance.ts'
import type { ExchangeBench } from '../performance/exchange-page.ts'
import { serveExchange } from '../performance/exchange-served.ts'

const times = Number(process.env.JIHENG_KILLS ?? 50)
const goals = 1500
let served: Awaited<ReturnType<typeof serveExchange>>

beforeAll(async () => {
  served = await serveExchange()
})
afterAll(() => served.close())

type Digest = Awaited<ReturnType<ExchangeBench['digest']>>
type Running = { process: ChildProcess; browser: Browser; page: Page }

/** A real browser of its own, with a profile that stays when it is killed. */
async function start(profile: string): Promise<Running> {
  const note = join(profile, 'DevToolsActivePort')
  rmSync(note, { force: true })
  const path = findBrowser() ?? chromium.executablePath()
  const words = ['--headless=new', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0']
  const child = spawn(path, [...browserSwitches(), ...words, `--user-data-dir=${profile}`, 'about:blank'], {
    ...{ stdio: 'ignore', detached: true },
  })
  const port = await portIn(note)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  const page = await context?.newPage()
  if (!page) throw new Error('the browser has a page')
  page.setDefaultTimeout(300_000)
  await page.goto(served.url)
  await page.waitForFunction(() => window.exchangeBench !== undefined)
  return { process: child, browser, page }
}

/** The port in the browser's note; a moment long the note is there and empty. */
async function portIn(note: string): Promise<string> {
  for (let wait = 0; wait < 600; wait++) {
    const port = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[0] : ''
    if (port) return port
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the browser did not start')
}

/** The plug pulled: the browser with all its processes, at once. */
async function kill({ process: child, browser }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await gone
  await browser.close()
}

/** What is still held by a process that was killed a moment ago is free soon after; `waits` counts how often that was so. */
let waits = 0
async function digestOf(page: Page, triesLeft = 20): Promise<Digest | undefined> {
  try {
    return await page.evaluate(() => window.exchangeBench?.digest())
  } catch (error) {
    if (triesLeft === 0) throw error
    waits++
    await page.waitForTimeout(500)
    return digestOf(page, triesLeft - 1)
  }
}

describe.each(['city', 'county'] as const)('the %s, whose browser is killed at chance moments', (as) => {
  it(`is exactly as before or exactly as after, ${times} times`, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'jiheng-killed-'))
    const fates = { before: 0, after: 0, thrownAway: 0 }
    const chance = chanceOf(as === 'city' ? 1 : 2)
    let running = await start(profile)
    try {
      await running.page.evaluate(([who, count]) => window.exchangeBench?.stand(who, count), [
        as,
        goals,
      ] as const)
      const takes = await running.page.evaluate(async (who) => {
        const begin = performance.now()
        await window.exchangeBench?.work(who)
        return performance.now() - begin
      }, as)
      await running.page.evaluate(([who, count]) => window.exchangeBench?.stand(who, count), [
        as,
        goals,
      ] as const)
      let before = await digestOf(running.page)
      if (!before) throw new Error('the store has a digest')
      for (let time = 0; time < times; time++) {
        const working = running.page.evaluate((who) => window.exchangeBench?.work(who), as).catch(() => null)
        await new Promise((resolve) => setTimeout(resolve, chance(Math.round(takes * 1.3))))
        await kill(running)
        await working
        running = await start(profile)
        const now = await digestOf(running.page)
        if (now?.digest === before.digest) {
          fates.before++
          continue
        }
        if (now?.audit === 0) {
          // Chromium found its files damaged and began anew: the application says so and gives back the backup that every
          // import takes first (journeys/kills.spec.ts); this page keeps none.
          fates.thrownAway++
          await running.page.evaluate(([who, count]) => window.exchangeBench?.stand(who, count), [
            as,
            goals,
          ] as const)
          before = (await digestOf(running.page)) ?? before
          continue
        }
        fates.after++
        const came = as === 'city' ? goals : 0
        expect(now).toMatchObject({
          ...{ packages: before.packages + 1, audit: before.audit + 1 },
          ...{ goals: before.goals + came, rows: before.rows + (as === 'city' ? goals : 0) },
        })
        await running.page.evaluate(([who, count]) => window.exchangeBench?.stand(who, count), [
          as,
          goals,
        ] as const)
        before = (await digestOf(running.page)) ?? before
      }
    } finally {
      await kill(running)
      rmSync(profile, { recursive: true, force: true })
    }
    console.warn(JSON.stringify({ killed: as, ...fates, waits }))
    expect(fates.before + fates.after + fates.thrownAway).toBe(times)
    expect(fates.thrownAway).toBeLessThan(times / 20)
  })
})
