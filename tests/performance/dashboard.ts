import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { draftForm, goTo, inDemo, longestFreeze, watchFreezes, writing } from './bench-page.ts'
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
export function boardCourse(browser: Browser, served: Served): Promise<BoardCourse> {
  // The reference reads with Dexie alone, which is put into the page from outside.
  return inDemo({ browser, served }, boardCourseOn, { bypassCSP: true })
}

async function boardCourseOn(page: Page): Promise<BoardCourse> {
  await page.evaluate(fillTables, boardSize)
  // Nothing is kept, and nobody prepares it: the worst that a person can meet.
  await forgetBoard(page)
  await page.context().route(/board-worker/, (route) => route.abort())
  const first = await opened(page)
  await page.context().unroute(/board-worker/)
  await forgetBoard(page)
  const freeze = await preparedAtStart(page)
  const prepared = await opened(page)
  const again = await opened(page)
  const filter = await boardTime(page, '#/dashboard?book=fund')
  await saveForm(page)
  const saved = await opened(page)
  await matchLine(page)
  const matched = await opened(page)
  await page.addScriptTag({ path: dexie })
  const read = await page.evaluate(readBare)
  return { read, first, prepared, again, saved, matched, filter, freeze }
}

/** The tables were filled past the trail: what was kept before does not know it. */
async function forgetBoard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.store.answer(indexedDB.deleteDatabase('jiheng-derived'))
  })
  await restart(page)
}

async function restart(page: Page): Promise<void> {
  await page.reload()
  await goTo(page, '#/')
  await page.getByRole('navigation').waitFor()
}

/** Waits at the home page until the board is kept; the longest task from the moment when that begins. */
async function preparedAtStart(page: Page): Promise<number> {
  const [worker] = await Promise.all([page.waitForEvent('worker'), restart(page)])
  await watchFreezes(page)
  await worker.waitForEvent('close')
  return longestFreeze(page, 300)
}

/** The board after a fresh start of the window. */
async function opened(page: Page): Promise<number> {
  await restart(page)
  // What the home page reads is not the board's.
  await page.waitForTimeout(4000)
  const time = await boardTime(page, '#/dashboard')
  // It is kept a moment after it was drawn.
  await page.waitForTimeout(4000)
  return time
}

/** A person writes on a form that is still being filled in. */
async function saveForm(page: Page): Promise<void> {
  await goTo(page, `#/monitoring/${await draftForm(page)}`)
  const reason = page.getByLabel(/资金执行偏差原因/)
  await reason.fill('进度款 9 月支付。')
  await writing(page, () => reason.press('Tab'))
}

/** A person says that a line of the treasury belongs to no project. */
async function matchLine(page: Page): Promise<void> {
  await goTo(page, '#/execution?state=unmatched')
  await page.getByRole('grid', { name: '预算执行' }).getByRole('row').nth(1).click()
  await writing(page, () => page.getByRole('radio', { name: /不对应任何项目/ }).click())
}

/** From the address to the moment when figures and all pictures of it stand. */
function boardTime(page: Page, address: string): Promise<number> {
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
