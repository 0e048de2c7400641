import type { Browser, Page } from '@playwright/test'
import { examineSelfEvaluations } from '#domain/credibility/examine'
import { agreementOf } from '../domain/credibility/agreement.ts'
import { labels, list } from '../domain/credibility/labelled.ts'
import { honest, pack } from '../domain/credibility/sample.ts'
import { goTo, inDemo, longestFreeze, watchFreezes } from './bench-page.ts'
import { type Figure, limit } from './figure.ts'
import type { Served } from './server.ts'

const formCount = 500
/** From opening the page to the list, and the longest time in which the window takes no input. */
const timeGoal = 5000
const freezeGoal = 100
/** Of the findings on the labelled set, in percent. */
const precisionGoal = 90

/** 500 self-evaluations looked through on their page, and how right the findings are on the labelled set. */
export async function credibilityBench(browser: Browser, served: Served): Promise<Figure[]> {
  const { took, freeze } = await inDemo({ browser, served }, examineOnce)
  return [
    limit(`credibility-${formCount}-forms-ms`, took, timeGoal),
    limit('credibility-longest-freeze-ms', freeze, freezeGoal),
    precision(),
  ]
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
  const told = limit('credibility-precision-percent', share, precisionGoal)
  return { ...told, ok: share >= precisionGoal }
}

async function examineOnce(page: Page): Promise<{ took: number; freeze: number }> {
  await multiply(page)
  await goTo(page, '#/evaluation/self')
  await page.getByRole('button', { name: '切换到 2025 年度' }).click()
  await page.getByRole('grid').waitFor()
  await goTo(page, '#/settings/about')
  await page.waitForTimeout(1500)
  await watchFreezes(page)
  const begin = await page.evaluate(() => performance.now())
  await goTo(page, '#/evaluation/credibility')
  const done = page.locator('[data-examined=done]')
  await done.waitFor()
  const end = await page.evaluate(() => performance.now())
  const freeze = await longestFreeze(page, 300)
  const said = await done.innerText()
  if (!said.includes(`已查 ${formCount} 份`)) throw new Error(`not all forms were examined: ${said}`)
  return { took: end - begin, freeze }
}

/** The demo's forms again and again under other ids until there are enough, all of them handed in. */
async function multiply(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const database = await window.store.open()
    const store = database.transaction('selfEvaluations', 'readwrite').objectStore('selfEvaluations')
    const forms: { id: string }[] = await window.store.answer(store.getAll())
    for (let made = 0; made < count; made++) {
      const form = forms[made % forms.length]
      const id = made < forms.length ? form?.id : `${form?.id}-${made}`
      if (form) store.put({ ...form, id, state: 'submitted' })
    }
    await window.store.done(store.transaction)
    database.close()
  }, formCount)
}
