import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import type { Served } from './server.ts'

const dexie = fileURLToPath(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url))

export const boardSize = { projects: 5000, months: 12, indicators: 10 } as const

type Rows = Record<string, unknown>
type DexieTable = {
  where: (index: object) => { toArray: () => Promise<unknown[]> }
  toArray: () => Promise<unknown[]>
}

declare global {
  interface Window {
    Dexie?: new (
      name: string,
    ) => { open: () => Promise<void>; close: () => void; table: (name: string) => DexieTable }
  }
}

/**
 * Milliseconds: a bare Dexie read of the rows; the board from click to its last picture, first after the rows changed and
 * again after the next start; a filter.
 */
export type BoardCourse = { read: number; open: number; again: number; filter: number }

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
  try {
    await page.goto(served.url)
    await page.getByRole('button', { name: '打开演示账套' }).click()
    await page.getByRole('note').first().waitFor({ timeout: 20_000 })
    await page.evaluate(fillTables, boardSize)
    const open = await opened(page)
    // It is kept a moment after it was drawn.
    await page.waitForTimeout(4000)
    const again = await opened(page)
    const filter = await timeOf(page, '#/dashboard?book=fund')
    await page.addScriptTag({ path: dexie })
    const read = await page.evaluate(readBare)
    return { read, open, again, filter }
  } finally {
    await context.close()
  }
}

/** The board after a fresh start of the window. */
async function opened(page: Page): Promise<number> {
  await page.reload()
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.getByRole('navigation').waitFor()
  // What the home page reads is not the board's.
  await page.waitForTimeout(4000)
  return timeOf(page, '#/dashboard')
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

/** Runs in the page: copies of one project with its form and a year of the treasury, into the open book. */
async function fillTables(size: typeof boardSize): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('jiheng')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  const names = ['goals', 'monitorings', 'executions']
  function all(name: string): Promise<Rows[]> {
    return new Promise((resolve, reject) => {
      const asked = opened.transaction(name).objectStore(name).getAll()
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  }
  const [goals, forms, lines] = await Promise.all(names.map(all))
  const form = forms?.find((each) => each.state === 'passed' || each.state === 'submitted')
  const line = lines?.find((each) => each.bookId === form?.bookId && each.goalId !== '')
  const goal = goals?.find((each) => each.id === form?.goalId)
  if (!goal || !form || !line) throw new Error('the demo has a project with a form and a ledger')
  const units = [
    ...new Set(goals?.filter(({ bookId }) => bookId === goal.bookId).map(({ unitId }) => unitId)),
  ]
  function repeated(list: unknown): unknown[] {
    const items = Array.isArray(list) ? list : []
    return Array.from({ length: size.indicators }, (_, at) => ({ ...items[at % items.length], id: `i${at}` }))
  }
  const work = opened.transaction(names, 'readwrite')
  for (let at = 0; at < size.projects; at++) {
    const id = `bench-${String(at).padStart(5, '0')}`
    const place = { unitId: units[at % units.length], name: `测试项目${at}`, code: `C${at}` }
    const book = at % 5 === 0 ? 'fund' : 'general'
    work.objectStore('goals').put({
      ...goal,
      ...place,
      id,
      book,
      status: 'approved',
      matchKey: `code:C${at}`,
      sentenceMarks: [],
      indicators: repeated(goal.indicators),
    })
    work
      .objectStore('monitorings')
      .put({ ...form, ...place, id: `form-${id}`, goalId: id, entries: repeated(form.entries) })
    for (let month = 1; month <= size.months; month++)
      work.objectStore('executions').put({
        ...line,
        ...place,
        id: `${String(goal.bookId)}|code:C${at}|${String(month).padStart(2, '0')}|`,
        goalId: id,
        line: `code:C${at}`,
        source: '',
        month,
        paid: month * 900_000 * ((at % 9) + 1),
        adjusted: 100_000_000,
      })
  }
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onerror = () => reject(work.error)
  })
  opened.close()
}

/** Runs in the page: every row that the board rests on, read by Dexie alone. */
async function readBare(): Promise<number> {
  const { Dexie } = window
  if (!Dexie) throw new Error('Dexie was not put into the page')
  const database = new Dexie('jiheng')
  await database.open()
  const start = performance.now()
  await Promise.all(['goals', 'monitorings', 'executions'].map((name) => database.table(name).toArray()))
  const time = performance.now() - start
  database.close()
  return time
}
