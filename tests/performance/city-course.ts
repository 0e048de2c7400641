import type { Page } from '@playwright/test'
import { goTo } from './bench-page.ts'
import { type City, cityProfile, firstPage } from './city.ts'
import { type Measured, measured, type Operation, openings, operations } from './city-operations.ts'
import type { Served } from './server.ts'

const cities = new Map<number, Promise<City>>()

/** The city of a size, made once for all parts of the bench. */
export function cityOf(served: Served, projects: number): Promise<City> {
  const known = cities.get(projects)
  if (known) return known
  const made = cityProfile(served, { units: Math.min(400, projects), projects, years: 4, seed: 1 })
  cities.set(projects, made)
  return made
}

/** What was made goes; what is kept for the next run stays. */
export async function removeCities(): Promise<void> {
  for (const made of cities.values()) (await made).remove()
}

/** Milliseconds until the first page can be used: from its address on, and from the start of the browser on. */
export type Start = { page: number; browser: number }

/**
 * A start in a browser that was not running. Usable is: the to-dos stand, and a click is answered. Of a blank page: its
 * heading stands, and a click would be heard.
 */
export async function startOf(city: City, url: string, isBlank = false): Promise<Start> {
  const from = performance.now()
  const context = await city.open()
  try {
    const page = await firstPage(context)
    await page.goto(url)
    const shown = await (isBlank ? headingAt(page) : usableAt(page))
    return { page: shown, browser: performance.now() - from }
  } finally {
    await context.close()
  }
}

function headingAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    while (!document.querySelector('main h1')) {
      if (performance.now() > 60_000) throw new Error('the first page did not come')
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    await new Promise((resolve) => setTimeout(resolve))
    return performance.now()
  })
}

/** The to-dos stand, and 已办 is chosen and shown when it is clicked; then 待办 again. */
function usableAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const until = async (stands: () => boolean) => {
      while (!stands()) {
        if (performance.now() > 60_000) throw new Error('the first page cannot be used')
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    }
    const tabs = () => [...document.querySelectorAll<HTMLElement>('[aria-label=待办] [role=tab]')]
    await until(() => document.querySelector('[aria-label=待办] [role=tabpanel] li') !== null)
    const [todo, done] = tabs()
    done?.click()
    await until(() => done?.getAttribute('aria-selected') === 'true')
    const usable = performance.now()
    todo?.click()
    return usable
  })
}

/** All operations one after the other in one window, after one pass in which what is kept was worked out. */
export async function courseOf(
  city: City,
  served: Served,
  wanted: (operation: Operation) => boolean = () => true,
): Promise<Measured[]> {
  const context = await city.open()
  try {
    const page = await firstPage(context)
    const session = await context.newCDPSession(page)
    await page.goto(served.url)
    await usableAt(page)
    const found: Measured[] = []
    let year = 2026
    for (const operation of operations.filter(wanted).toSorted(byYear)) {
      const next = operation.year ?? 2026
      if (next !== year) await switchTo(page, next)
      year = next
      found.push(await measured(page, session, operation))
    }
    return found
  } finally {
    await context.close()
  }
}

function byYear(left: Operation, right: Operation): number {
  return (right.year ?? 2026) - (left.year ?? 2026)
}

/** The book of another year, as the program keeps which one is open. */
async function switchTo(page: Page, year: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const database = await window.store.open()
    const books: { id: string; year: number }[] = await window.store.answer(
      database.transaction('books').objectStore('books').getAll(),
    )
    const work = database.transaction('preferences', 'readwrite')
    work
      .objectStore('preferences')
      .put({ id: 'open-book', value: books.find((book) => book.year === wanted)?.id })
    await window.store.done(work)
    database.close()
    location.hash = '#/'
  }, year)
  await page.reload()
  await usableAt(page)
  // What is kept of the book is worked out in the background.
  await page.waitForTimeout(8000)
}

async function openEach(page: Page, pages: typeof openings): Promise<void> {
  for (const { hash, wanted } of pages) {
    await goTo(page, hash)
    await page.locator(wanted).first().waitFor()
    await page.waitForTimeout(3000)
  }
}

/** Once through everything that is worked out and kept: what only the very first opening ever costs. */
export async function warmed(city: City, served: Served): Promise<void> {
  const context = await city.open()
  try {
    const page = await firstPage(context)
    await page.goto(served.url)
    await usableAt(page)
    await page.locator('[aria-label=待办] li').first().waitFor()
    await page.waitForTimeout(15_000)
    // A slow machine has not worked everything out in the background by then: each page does it for itself.
    await openEach(
      page,
      openings.filter(({ year }) => year === undefined),
    )
    await switchTo(page, 2025)
    await openEach(
      page,
      openings.filter(({ year }) => year === 2025),
    )
    await switchTo(page, 2026)
  } finally {
    await context.close()
  }
}
