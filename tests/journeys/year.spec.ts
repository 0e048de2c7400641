import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { type Served, serveApp } from '../performance/server.ts'
import { test } from './app.ts'
import {
  appraisalsOpen,
  countyAppraised,
  countyAssessesItself,
  countyReports,
  schemeApproved,
} from './year-appraisal.ts'
import { approved, assessed } from './year-approval.ts'
import { citySumsUp, nextYearDeclared, reportedSums, yearCarriedForward, yearClosed } from './year-close.ts'
import {
  disposalAnswered,
  disposalClosed,
  disposalIssued,
  roundCollected,
  secondRound,
} from './year-disposal.ts'
import { evaluationConcluded, evaluationOpens, expertsScoreAtDesk } from './year-evaluation.ts'
import { decide, firstReview, goalsComeByExcel, report, unitCorrects, unitWritesGoal } from './year-goals.ts'
import { othersFilledIn, roundOpens, treasuryComes, unitMonitors } from './year-monitoring.ts'
import { all, ownDeclared, ownPaid, ownSums, wanShown } from './year-plan.ts'
import { published, resultApplied } from './year-results.ts'
import {
  othersEvaluateThemselves,
  selfEvaluationsCollected,
  selfEvaluationsOpen,
  unitEvaluatesItself,
} from './year-self.ts'
import {
  bureausStart,
  checkGoalSums,
  parametersGoDown,
  unitStartsToo,
  unitsCome,
  type World,
} from './year-start.ts'

type Installation = World['city'] & { complaints: string[]; leave: () => Promise<void> }

/** A machine of its own: server, folders, and a browser that nobody else uses. */
async function installation(browser: Browser): Promise<Installation> {
  const app: Served = await serveApp()
  const context = await browser.newContext({
    ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    reducedMotion: 'reduce',
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
    await test.step('市、县开账，互收名片，市局考核办法和参数下发', async () => {
      await bureausStart(world)
      await schemeApproved(world)
      await parametersGoDown(world)
    })
    await test.step('县局读入 60 个单位，单位以参数包建账', async () => {
      await unitsCome(world)
      await unitStartsToo(world)
    })
    await test.step('59 个单位以 Excel 报来目标，一个单位以数据包上报', async () => {
      await goalsComeByExcel(world)
      await unitWritesGoal(unit)
      expect(await report(world)).toContain(`目标资金总额 ${wanShown(BigInt(ownDeclared))}`)
    })
    await test.step('初审退回，单位修改后再报', async () => {
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
    await test.step('国库台账和第一轮监控', async () => {
      await treasuryComes(world, 7)
      await roundOpens(world)
      await decide(world)
      await othersFilledIn(world)
      await unitMonitors(unit, 20)
      expect(await report(world)).toContain(`监控执行数 ${ownPaid(7)}`)
      await roundCollected(world, all)
    })
    await test.step('处置下达、第二轮监控、整改、销号', async () => {
      await disposalIssued(world)
      await treasuryComes(world, 10)
      await secondRound(world)
      await decide(world)
      await disposalAnswered(unit)
      await unitMonitors(unit, 70)
      expect(await report(world)).toContain(`监控执行数 ${ownPaid(10)}`)
      await disposalClosed(world)
      await roundCollected(world, 1)
    })
    await test.step('单位自评', async () => {
      await treasuryComes(world, 12)
      await selfEvaluationsOpen(world)
      await decide(world)
      await othersEvaluateThemselves(world)
      await unitEvaluatesItself(unit)
      expect(await report(world)).toContain(`自评全年执行数 ${ownPaid(12)}`)
      await selfEvaluationsCollected(world)
    })
    await test.step('财政评价：专家评分、征求意见、结论和报告', async () => {
      await evaluationOpens(world)
      await expertsScoreAtDesk(world)
      await evaluationConcluded(world)
    })
    await test.step('结果应用和信息公开', async () => {
      await resultApplied(world)
      await published(world)
    })
    await test.step('区县自评上报，市局考核', async () => {
      await appraisalsOpen(world)
      await countyAssessesItself(world)
      const contents = await countyReports(world)
      for (const sum of reportedSums()) expect(contents).toContain(sum)
      await citySumsUp(world)
      await countyAppraised(world)
    })
    await test.step('结转下年，下年目标旁边是上年的结果', async () => {
      await yearCarriedForward(world)
      await nextYearDeclared(world)
      await yearClosed(world)
    })
    for (const { complaints } of [city, county, unit]) expect(complaints).toEqual([])
  } finally {
    for (const place of [city, county, unit]) await place.leave()
  }
})
