import type { Browser, Page } from '@playwright/test'
import { goTo, inDemo } from './bench-page.ts'
import type { Served } from './server.ts'

/** The demo with so many copies of one project in its newest book, in a browser of its own, opened anew. */
export function inFilledDemo<Found>(
  { browser, served, objects }: { browser: Browser; served: Served; objects: number },
  course: (page: Page) => Promise<Found>,
): Promise<Found> {
  return inDemo({ browser, served }, async (page) => {
    await page.evaluate(fillObjects, objects)
    await restart(page)
    return course(page)
  })
}

/** A fresh start of the window on a page that reads next to nothing. */
export async function restart(page: Page): Promise<void> {
  await goTo(page, '#/settings/about')
  await page.reload()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await page.waitForTimeout(3000)
}

/** Runs in the page: copies of one project of the newest book, each with a form of its round. */
async function fillObjects(count: number): Promise<void> {
  const opened = await window.store.open()
  const read = (name: string): Promise<Record<string, unknown>[]> =>
    window.store.answer(opened.transaction(name).objectStore(name).getAll())
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
  await window.store.done(work)
  opened.close()
}
