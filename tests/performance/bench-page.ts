import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import type { Served } from './server.ts'

declare global {
  interface Window {
    /** Since when it is watched that the window takes no input, and the longest time of it. */
    freezes: { since: number; longest: number }
    store: Store
  }
}

/** The store of the program, for what runs in the page. */
type Store = {
  open: () => Promise<IDBDatabase>
  answer: <Result>(asked: IDBRequest<Result>) => Promise<Result>
  done: (work: IDBTransaction) => Promise<void>
}

/** What every page has before anything of its own. */
export async function equip(context: BrowserContext): Promise<void> {
  // The compiler marks the names of functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(layOutTools)
}

/** Runs in the page; a function with a name of its own would not survive the way there. */
function layOutTools(): void {
  window.freezes = { since: 0, longest: 0 }
  new PerformanceObserver((entries) => {
    for (const { startTime, duration } of entries.getEntries())
      if (startTime + duration > window.freezes.since)
        window.freezes.longest = Math.max(window.freezes.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  window.store = {
    open: () => window.store.answer(indexedDB.open('jiheng')),
    answer: (asked) =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      }),
    done: (work) =>
      new Promise((resolve, reject) => {
        work.oncomplete = () => resolve()
        work.onerror = () => reject(work.error)
      }),
  }
}

/** The demo in a browser of its own, which is closed afterwards. */
export async function inDemo<Found>(
  { browser, served }: { browser: Browser; served: Served },
  course: (page: Page) => Promise<Found>,
  options: BrowserContextOptions = {},
): Promise<Found> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' },
    ...options,
  })
  await equip(context)
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  try {
    await page.goto(served.url)
    await page.getByRole('button', { name: '打开演示账套' }).click()
    await page.getByRole('note').first().waitFor()
    return await course(page)
  } finally {
    await context.close()
  }
}

/** Another page of the program, whatever stands there when. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address
  }, hash)
}

/** From the address to the frame in which what is looked for stands. */
export function timeOf(page: Page, hash: string, wanted: string): Promise<number> {
  return page.evaluate(
    async ([address = '', selector = '']) => {
      const start = performance.now()
      location.hash = address
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (document.querySelector(selector)) return performance.now() - start
        if (performance.now() - start > 100_000) throw new Error(`${address} did not come`)
      }
    },
    [hash, wanted],
  )
}

/** From now on it counts how long the window takes no input. */
export async function watchFreezes(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.freezes = { since: performance.now(), longest: 0 }
  })
}

/** The longest of it; after a while, because long tasks are reported a little after they end. */
export async function longestFreeze(page: Page, after: number): Promise<number> {
  await page.waitForTimeout(after)
  return page.evaluate(() => window.freezes.longest)
}

/** The id of a form that its unit still writes, of the newest book. */
export function draftForm(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await window.store.open()
    const id = await new Promise<string>((resolve, reject) => {
      const asked = database.transaction('monitorings').objectStore('monitorings').openCursor(null, 'prev')
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        const { result } = asked
        if (!result) return reject(new Error('there is a form that is being filled in'))
        if (result.value.state === 'draft') return resolve(result.value.id)
        result.continue()
      }
    })
    database.close()
    return id
  })
}

/** Does something that is written; milliseconds until the trail has an entry more. */
export async function writing(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await entryCount(page)
  const start = await page.evaluate(() => performance.now())
  await act()
  for (let asked = 0; (await entryCount(page)) === before; asked++) {
    if (asked > 3000) throw new Error('nothing was written')
    await page.waitForTimeout(5)
  }
  return (await page.evaluate(() => performance.now())) - start
}

function entryCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await window.store.open()
    const count = await window.store.answer(database.transaction('audit').objectStore('audit').count())
    database.close()
    return count
  })
}
