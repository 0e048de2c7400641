import type { Browser, Page } from '@playwright/test'
import type { Figure } from './figure.ts'
import type { Served } from './server.ts'

/** The demo with so many copies of one project in its newest book, in a browser of its own, opened anew. */
export async function inFilledDemo<Found>(
  { browser, served, objects }: { browser: Browser; served: Served; objects: number },
  course: (page: Page) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  // The compiler marks the names of functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  try {
    await page.goto(served.url)
    await page.getByRole('button', { name: '打开演示账套' }).click()
    await page.getByRole('note').first().waitFor()
    await page.evaluate(fillObjects, objects)
    await restart(page)
    return await course(page)
  } finally {
    await context.close()
  }
}

/** A figure that is not to be more than its goal. */
export function limit(name: string, value: number, goal: number): Figure {
  const rounded = Math.round(value)
  return { name, value: rounded, reference: null, ratio: null, goal, ok: rounded <= goal }
}

/** A figure that is told, not bounded. */
export function told(name: string, value: number): Figure {
  return limit(name, value, Number.MAX_SAFE_INTEGER)
}

/** From now on the page notes how long it takes no input. */
export async function watchFreezes(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.freezes = []
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) window.freezes?.push(duration)
    }).observe({ type: 'longtask' })
  })
}

/** The longest of them; after a while, because long tasks are reported a little after they end. */
export async function longestFreeze(page: Page, after: number): Promise<number> {
  await page.waitForTimeout(after)
  return Math.max(0, ...(await page.evaluate(() => window.freezes ?? [])))
}

/** A fresh start of the window on a page that reads next to nothing. */
export async function restart(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings/about'
  })
  await page.reload()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await page.waitForTimeout(3000)
}

/** From the address to the moment when what is looked for stands. */
export function timeOf(page: Page, address: string, wanted: string): Promise<number> {
  return page.evaluate(
    async ([hash, selector]) => {
      const start = performance.now()
      location.hash = hash ?? ''
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (document.querySelector(selector ?? '')) return performance.now() - start
        if (performance.now() - start > 100_000) throw new Error(`${hash} did not come`)
      }
    },
    [address, wanted],
  )
}

/** Runs in the page (its names of functions need `__name`): copies of one project of the newest book, each with a form of its round. */
async function fillObjects(count: number): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('jiheng')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  const read = (name: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const asked = opened.transaction(name).objectStore(name).getAll()
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  const [goals, forms, rows] = [await read('goals'), await read('monitorings'), await read('goalRows')]
  const form = forms.find(({ state }) => state === 'submitted')
  const goal = goals.find(({ id }) => id === form?.goalId)
  const row = rows.find(({ id }) => id === goal?.id)
  if (!goal || !form || !row) throw new Error('the demo has a project with a form')
  const units = [...new Set(goals.filter(({ bookId }) => bookId === goal.bookId).map(({ unitId }) => unitId))]
  const work = opened.transaction(['goals', 'goalRows', 'monitorings'], 'readwrite')
  for (let at = 0; at < count; at++) {
    const id = `bench-${String(at).padStart(5, '0')}`
    const place = { unitId: units[at % units.length], name: `测试项目${at}`, code: `C${at}` }
    const status = at % 3 === 0 ? 'submitted' : 'approved'
    work
      .objectStore('goals')
      .put({ ...goal, ...place, id, status, matchKey: `code:C${at}`, sentenceMarks: [] })
    // The start compares both and takes a book without rows for damaged.
    work.objectStore('goalRows').put({ ...row, ...place, id, status })
    work.objectStore('monitorings').put({ ...form, ...place, id: `form-${id}`, goalId: id })
  }
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onerror = () => reject(work.error)
  })
  opened.close()
}
