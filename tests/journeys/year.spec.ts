import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { type Served, serveApp } from '../performance/server.ts'
import { test } from './app.ts'
import { approved, assessed } from './year-approval.ts'
import { decide, firstReview, goalsComeByExcel, report, unitCorrects, unitWritesGoal } from './year-goals.ts'
import { ownDeclared, ownSums, wanShown } from './year-plan.ts'
import { bureausStart, checkGoalSums, unitStartsToo, unitsCome, type World } from './year-start.ts'

type Installation = World['city'] & { complaints: string[]; leave: () => Promise<void> }

/** A machine of its own: server, folders, and a browser that nobody else uses. */
async function installation(browser: Browser): Promise<Installation> {
  const app: Served = await serveApp()
  const context = await browser.newContext({
    ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  const leave = async () => {
    await context.close()
    await app.close()
  }
  return { page, app, complaints, leave }
}

test('the year of a unit, its county and its city', async ({ browser }) => {
  test.setTimeout(240_000)
  const [city, county, unit] = await Promise.all([1, 2, 3].map(() => installation(browser)))
  if (!city || !county || !unit) throw new Error('there are three')
  const world: World = { city, county, unit }
  try {
    await test.step('市、县开账，互收名片，市局参数下发', () => bureausStart(world))
    await test.step('县局读入 60 个单位，单位以参数包建账', async () => {
      await unitsCome(world)
      await unitStartsToo(world)
    })
    await test.step('59 个单位以 Excel 报来目标，一个单位以数据包上报', async () => {
      await goalsComeByExcel(world)
      await unitWritesGoal(unit)
      expect(await report(world)).toContain(`目标资金总额 ${wanShown(BigInt(ownDeclared))}`)
    })
    await test.step('初审退回、单位修改后再报', async () => {
      await firstReview(world)
      await decide(world)
      await unitCorrects(unit)
      await report(world)
      await checkGoalSums(county.page)
      await checkGoalSums(unit.page, ownSums)
    })
    await test.step('事前评估、会审、批复', async () => {
      await assessed(world)
      await approved(world)
    })
    for (const { complaints } of [city, county, unit]) expect(complaints).toEqual([])
  } finally {
    for (const place of [city, county, unit]) await place.leave()
  }
})
