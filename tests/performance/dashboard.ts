import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { boardSize, fillTables, readBare } from './board-tables.ts'
import type { Served } from './server.ts'

const dexie = fileURLToPath(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url))

/** What the board is opened after, each time in a window that was started anew, and how the bench names it. */
export const openings = {
  first: 'first-ever',
  prepared: 'first-prepared',
  again: 'again',
  saved: 'after-saved-form',
  matched: 'after-match',
} as const
export type Opening = keyof typeof openings

/**
 * Milliseconds: a bare Dexie read of the rows; the board from its address to its last picture; a filter; the longest time
 * in which the window took no input while the board was prepared.
 */
export type BoardCourse = Record<Opening, number> & { read: number; filter: number; freeze: number }

/** One round in a fresh browser profile: the demo book with thousands of projects beside its own. */
export async function boardCourse(browser: Browser, served: Served): Promise<BoardCourse> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // The reference reads with Dexie alone, which is put into the page from outside.
    bypassCSP: true,
  })
  // The compiler marks the names of functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  try {
    await page.goto(served.url)
    await page.getByRole('button', { name: '打开演示账套' }).click()
    await page.getByRole('note').first().waitFor()
    await page.evaluate(fillTables, boardSize)
    // Nothing is kept, and nobody prepares it: the worst that a person can meet.
    await forgetBoard(page)
    await context.route(/board-worker/, (route) => route.abort())
    const first = await opened(page)
    await context.unroute(/board-worker/)
    await forgetBoard(page)
    const freeze = await preparedAtStart(page)
    const prepared = await opened(page)
    const again = await opened(page)
    const filter = await timeOf(page, '#/dashboard?book=fund')
    await saveForm(page)
    const saved = await opened(page)
    await matchLine(page)
    const matched = await opened(page)
    await page.addScriptTag({ path: dexie })
    const read = await page.evaluate(readBare)
    return { read, first, prepared, again, saved, matched, filter, freeze }
  } finally {
    await context.close()
  }
}

/** The tables were filled past the trail: what was kept before does not know it. */
async function forgetBoard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const asked = indexedDB.deleteDatabase('jiheng-derived')
      asked.onsuccess = resolve
      asked.onerror = () => reject(asked.error)
    })
  })
  await restart(page)
}

async function restart(page: Page): Promise<void> {
  await page.reload()
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.getByRole('navigation').waitFor()
}

/** Waits at the home page until the board is kept; the longest task from the moment when that begins. */
async function preparedAtStart(page: Page): Promise<number> {
  const [worker] = await Promise.all([page.waitForEvent('worker'), restart(page)])
  await page.evaluate(() => {
    window.freezes = []
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) window.freezes?.push(duration)
    }).observe({ type: 'longtask' })
  })
  await worker.waitForEvent('close')
  // Long tasks are reported a little after they end.
  await page.waitForTimeout(300)
  return Math.max(0, ...(await page.evaluate(() => window.freezes ?? [])))
}

/** The board after a fresh start of the window. */
async function opened(page: Page): Promise<number> {
  await restart(page)
  // What the home page reads is not the board's.
  await page.waitForTimeout(4000)
  const time = await timeOf(page, '#/dashboard')
  // It is kept a moment after it was drawn.
  await page.waitForTimeout(4000)
  return time
}

/** A person writes on a form that is still being filled in. */
async function saveForm(page: Page): Promise<void> {
  const id = await page.evaluate(draftForm)
  await visit(page, `#/monitoring/${id}`)
  const reason = page.getByLabel(/资金执行偏差原因/)
  await reason.fill('进度款 9 月支付。')
  await written(page, () => reason.press('Tab'))
}

/** A person says that a line of the treasury belongs to no project. */
async function matchLine(page: Page): Promise<void> {
  await visit(page, '#/execution?state=unmatched')
  await page.getByRole('grid', { name: '预算执行' }).getByRole('row').nth(1).click()
  await written(page, () => page.getByRole('radio', { name: /不对应任何项目/ }).click())
}

async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
}

/** Does something and waits until the trail has an entry more. */
async function written(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(entryCount)
  await act()
  for (let waited = 0; (await page.evaluate(entryCount)) === before; waited++) {
    if (waited > 300) throw new Error('nothing was written')
    await page.waitForTimeout(100)
  }
}

/** From the address to the moment when figures and all pictures of it stand. */
function timeOf(page: Page, address: string): Promise<number> {
  return page.evaluate(async (hash) => {
    const pictures = () =>
      [...document.querySelectorAll('main img, section img')].map((image) => image.getAttribute('src'))
    const figures = () => document.querySelector('[aria-label=总体情况]')?.textContent ?? ''
    const before = { figures: figures(), pictures: pictures() }
    const start = performance.now()
    location.hash = hash
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = pictures()
      // All four are drawn together; one that shows the same as before stays as it is.
      const isNew = now.length === 4 && now.some((source, at) => source !== before.pictures[at])
      if (isNew && figures() !== before.figures) return performance.now() - start
      if (performance.now() - start > 30_000)
        throw new Error(`the board did not come: ${now.length} pictures, ${figures()}`)
    }
  }, address)
}

/** Runs in the page: how many entries the trail has. */
async function entryCount(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('jiheng')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  const count = await new Promise<number>((resolve, reject) => {
    const asked = database.transaction('audit').objectStore('audit').count()
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  database.close()
  return count
}

/** Runs in the page: a form that a unit is still filling in. */
async function draftForm(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('jiheng')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  const forms = await new Promise<{ id: string; state: string }[]>((resolve, reject) => {
    const asked = database.transaction('monitorings').objectStore('monitorings').getAll()
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  database.close()
  const form = forms.find(({ state }) => state === 'draft')
  if (!form) throw new Error('the demo has a form that is being filled in')
  return form.id
}
