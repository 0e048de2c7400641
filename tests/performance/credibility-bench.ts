import type { Browser, Page } from '@playwright/test'
import { agreementOf, examineSelfEvaluations } from '#domain/credibility/examine'
import { labels, list } from '../domain/credibility/labelled.ts'
import { honest, pack } from '../domain/credibility/sample.ts'
import type { Figure } from './figure.ts'
import type { Served } from './server.ts'

const formCount = 500
/** From opening the page to the list, and the longest time in which the window takes no input. */
const timeGoal = 5000
const freezeGoal = 100
/** Of the findings on the labelled set, in percent. */
const precisionGoal = 90

declare global {
  interface Window {
    freezes?: number[]
  }
}

/** 500 self-evaluations looked through on their page, and how right the findings are on the labelled set. */
export async function credibilityBench(browser: Browser, served: Served): Promise<Figure[]> {
  const { took, freeze } = await examineOnce(browser, served)
  return [
    limit(`credibility-${formCount}-forms-ms`, took, timeGoal, took <= timeGoal),
    limit('credibility-longest-freeze-ms', freeze, freezeGoal, freeze <= freezeGoal),
    precision(),
  ]
}

function limit(name: string, value: number, goal: number, ok: boolean): Figure {
  return { name, value: Math.round(value), reference: null, ratio: null, goal, ok }
}

function precision(): Figure {
  const made = list.map(([id, facts]) => honest(id, facts))
  const approved = new Map(made.map(({ form, approved: goal }) => [form.goalId, goal]))
  const examined = examineSelfEvaluations(
    made.map(({ form }) => form),
    approved,
    pack,
  )
  const { said, right } = agreementOf(examined, labels).all
  const share = said === 0 ? 0 : (right * 100) / said
  return limit('credibility-precision-percent', share, precisionGoal, share >= precisionGoal)
}

async function examineOnce(browser: Browser, served: Served): Promise<{ took: number; freeze: number }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(served.url)
  await page.getByRole('button', { name: '打开演示账套' }).click()
  await page.getByRole('note').waitFor({ timeout: 60_000 })
  await multiply(page)
  await visit(page, 'evaluation/self')
  await page.getByRole('button', { name: '切换到 2025 年度' }).click()
  await page.getByRole('grid').waitFor()
  await visit(page, 'settings/about')
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    window.freezes = []
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) window.freezes?.push(duration)
    }).observe({ type: 'longtask' })
  })
  const begin = await page.evaluate(() => performance.now())
  await visit(page, 'evaluation/credibility')
  const done = page.locator('[data-examined=done]')
  await done.waitFor({ timeout: 60_000 })
  const end = await page.evaluate(() => performance.now())
  await page.waitForTimeout(300)
  const said = await done.innerText()
  if (!said.includes(`已查 ${formCount} 份`)) throw new Error(`not all forms were examined: ${said}`)
  const freezes = await page.evaluate(() => window.freezes ?? [])
  await context.close()
  return { took: end - begin, freeze: Math.max(0, ...freezes) }
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = target
  }, `#/${path}`)
}

/** The demo's forms again and again under other ids until there are enough, all of them handed in. */
async function multiply(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    // Functions with a name of their own do not survive the way into the page.
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('jiheng')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const store = database.transaction('selfEvaluations', 'readwrite').objectStore('selfEvaluations')
    await new Promise<void>((resolve, reject) => {
      store.transaction.oncomplete = () => resolve()
      store.transaction.onerror = () => reject(store.transaction.error)
      store.getAll().onsuccess = (event) => {
        const forms = (event.target as IDBRequest<{ id: string }[]>).result // what getAll answers with
        for (let made = 0; made < count; made++) {
          const form = forms[made % forms.length]
          const id = made < forms.length ? form?.id : `${form?.id}-${made}`
          if (form) store.put({ ...form, id, state: 'submitted' })
        }
      }
    })
    database.close()
  }, formCount)
}
