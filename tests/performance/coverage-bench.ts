import type { Browser, Page } from '@playwright/test'
import { type Figure, median } from './figure.ts'
import type { Served } from './server.ts'

const objects = 25_000
const rounds = 3
const millisecondGoals = { open: 1000, list: 1000, freeze: 100 }
type Course = Record<keyof typeof millisecondGoals, number> & { first: number }

/**
 * 三全覆盖 of a book with many thousands of objects: the map and the list of holes after a fresh start of the window, and the
 * longest time in which the window took no input while the map was worked out for the first time.
 */
export async function coverageBench(browser: Browser, served: Served): Promise<Figure[]> {
  const courses: Course[] = []
  for (let round = 0; round < rounds; round++) courses.push(await coverageCourse(browser, served))
  const middle = (part: keyof Course) => Math.round(median(courses.map((course) => course[part])))
  const limit = (name: string, value: number, goal: number): Figure => ({
    ...{ name, value, reference: null, ratio: null },
    ...{ goal, ok: value <= goal },
  })
  return [
    limit(`coverage-${objects}-objects-open-ms`, middle('open'), millisecondGoals.open),
    limit(`coverage-${objects}-objects-holes-ms`, middle('list'), millisecondGoals.list),
    limit('coverage-first-longest-freeze-ms', middle('freeze'), millisecondGoals.freeze),
    // The first time is told, not bounded: the window stays free meanwhile.
    limit(`coverage-${objects}-objects-first-ms`, middle('first'), Number.MAX_SAFE_INTEGER),
  ]
}

async function coverageCourse(browser: Browser, served: Served): Promise<Course> {
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
    await page.evaluate(() => {
      window.freezes = []
      new PerformanceObserver((entries) => {
        for (const { duration } of entries.getEntries()) window.freezes?.push(duration)
      }).observe({ type: 'longtask' })
    })
    const first = await timeOf(page, '#/coverage', '[aria-label=按管理对象] a')
    // The earlier years follow, and long tasks are reported a little after they end.
    await page.waitForTimeout(3000)
    const freeze = Math.max(0, ...(await page.evaluate(() => window.freezes ?? [])))
    await restart(page)
    const open = await timeOf(page, '#/coverage', '[aria-label=按管理对象] a')
    const list = await timeOf(page, '#/coverage/list?stage=goal', '[role=grid] [role=row]:nth-child(2)')
    return { first, freeze, open, list }
  } finally {
    await context.close()
  }
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
        if (performance.now() - start > 100_000) throw new Error('the map did not come')
      }
    },
    [address, wanted],
  )
}

/** Runs in the page (its names of functions need `__name`): copies of one project of the newest book, each with a form of its round. */
export async function fillObjects(count: number): Promise<void> {
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
