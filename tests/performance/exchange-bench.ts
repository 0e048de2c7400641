import type { Browser, CDPSession, Page } from '@playwright/test'
import { equip, longestFreeze, watchFreezes } from './bench-page.ts'
import { serveExchange } from './exchange-served.ts'
import { compared, type Figure, limit } from './figure.ts'

const goalCount = Number(process.env.JIHENG_GOALS ?? 25_000)
const rounds = Number(process.env.JIHENG_ROUNDS ?? 3)
const ratioGoal = 1.5
const freezeGoal = 100
const memoryGoal = 1024

type Round = { read: number; export: number; write: number; rehearse: number; apply: number }

/** A package of 25,000 goals with 250,000 indicators, beside the bare read and write of the same records. */
export async function exchangeBench(browser: Browser): Promise<Figure[]> {
  const served = await serveExchange()
  const context = await browser.newContext()
  await equip(context)
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(error))
    page.setDefaultTimeout(600_000)
    await page.goto(served.url)
    await page.waitForFunction(() => window.exchangeBench !== undefined)
    const devtools = await context.newCDPSession(page)
    return await measured(page, devtools)
  } finally {
    await context.close()
    served.close()
  }
}

async function measured(page: Page, devtools: CDPSession): Promise<Figure[]> {
  const each: Round[] = []
  let [freeze, memory] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    await page.evaluate((count) => window.exchangeBench?.prepare(count), goalCount)
    const read = await ran(page, 'bareRead')
    await settle(page, devtools)
    const watching = watchMemory(devtools)
    const exported = await ran(page, 'exportOnce')
    freeze = Math.max(freeze, await longestFreeze(page, 300))
    memory = Math.max(memory, await watching.most())
    await settle(page, devtools)
    const write = await ran(page, 'bareWrite')
    await settle(page, devtools)
    const again = watchMemory(devtools)
    const taken = await page.evaluate(() => window.exchangeBench?.importOnce())
    if (taken?.goals !== goalCount) throw new Error('not all goals came in')
    freeze = Math.max(freeze, await longestFreeze(page, 300))
    memory = Math.max(memory, await again.most())
    each.push({ read, export: exported, write, rehearse: taken.rehearse, apply: taken.apply })
    if (process.env.JIHENG_SHOW) console.error(JSON.stringify(each.at(-1)), Math.round(freeze), memory)
  }
  return [
    compared(
      `export-${goalCount}-goals`,
      each.map((round) => ({ own: round.export, bare: round.read })),
      ratioGoal,
    ),
    compared(
      `import-${goalCount}-goals`,
      each.map((round) => ({ own: round.rehearse + round.apply, bare: round.write })),
      ratioGoal,
    ),
    limit('exchange-longest-freeze-ms', freeze, freezeGoal),
    limit('exchange-memory-mb', memory, memoryGoal),
  ]
}

async function ran(page: Page, what: 'bareRead' | 'exportOnce' | 'bareWrite'): Promise<number> {
  return (await page.evaluate((name) => window.exchangeBench?.[name](), what)) ?? 0
}

/** What was left over from before is no part of what comes. */
async function settle(page: Page, devtools: CDPSession): Promise<void> {
  await devtools.send('HeapProfiler.collectGarbage')
  await page.waitForTimeout(500)
  await watchFreezes(page)
}

/** The most that the page's heap and its buffers came to, asked every quarter of a second. */
function watchMemory(devtools: CDPSession): { most: () => Promise<number> } {
  let [highest, isOver] = [0, false]
  const watching = (async () => {
    while (!isOver) {
      const usage = await devtools.send('Runtime.getHeapUsage')
      const { backingStorageSize = 0 } = usage as { backingStorageSize?: number } // newer than the types
      highest = Math.max(highest, usage.usedSize + backingStorageSize)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()
  return {
    async most() {
      isOver = true
      await watching
      return Math.round(highest / 2 ** 20)
    },
  }
}
