import type { Page } from '@playwright/test'
import { receive, send, take } from './exchange-world.ts'
import { expect } from './patient.ts'
import { openYear, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import {
  all,
  cut,
  goalSums,
  office,
  ownAmount,
  ownProject,
  ownUnit,
  paidSum,
  paidUntil,
  wan,
  wanShown,
  year,
} from './year-plan.ts'
import { checkGoalSums, openGoal, shot, type World, writeAmount } from './year-start.ts'

const nextYear = String(year + 1)

/** What the package to the city must come to, reckoned from the plan of the year alone. */
export function reportedSums(): string[] {
  let goals = 0n
  for (const { amount } of goalSums().values()) goals += amount
  // Amounts are cumulative: of the own project, the one of the second round, its October counts in place of its July.
  const since = BigInt(paidUntil(10, ownAmount, true) - paidUntil(7, ownAmount, true))
  return [
    `绩效目标 ${all}、`,
    `目标资金总额 ${wanShown(goals)}`,
    `国库支出 ${wanShown(paidSum(12))}`,
    `监控执行数 ${wanShown(paidSum(7) + since)}`,
    `自评全年执行数 ${wanShown(paidSum(12))}`,
  ]
}

/** The city sees of the county, to the 分, what the county has; and in the county's own book what stands behind it. */
export async function citySumsUp({ city }: World): Promise<void> {
  const { page } = city
  await visit(page, 'counties')
  const row = page.getByRole('table', { name: '区县汇总' }).getByRole('row', { name: /^南江县/ })
  const cells = row.getByRole('cell')
  let goals = 0n
  for (const { amount } of goalSums().values()) goals += amount
  await expect(cells.nth(2)).toHaveText(String(all))
  await expect(cells.nth(3)).toHaveAttribute('title', wanShown(goals))
  await expect(cells.nth(7)).toHaveAttribute('title', wanShown(paidSum(12)))
  await shot(city, '36-市局-区县汇总')
  await page.getByRole('button', { name: '南江县' }).click()
  await expect(page.getByText(/上报的账套，数据截至/)).toBeVisible()
  await checkGoalSums(page)
  await page.getByRole('button', { name: '回到本级账套' }).click()
}

/** The year is closed: what goes on stands in next year's book, with this year's result beside it. */
export async function yearCarriedForward({ county }: World): Promise<void> {
  const { page } = county
  await page
    .getByRole('banner')
    .getByRole('button', { name: `${year} 年度` })
    .click()
  await page.getByRole('menuitem', { name: new RegExp(`结转到 ${nextYear}`) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `结转到 ${nextYear} 年度` })
    .click()
  await expect(page.getByRole('banner').getByRole('button', { name: `${nextYear} 年度` })).toBeVisible()
  await checkGoalSums(page)
}

/** The unit goes on with the project in next year's book, which came from the county, beside what it declared last year. */
export async function nextYearDeclared({ county, unit }: World): Promise<void> {
  await receive(unit, await send(county, '参数包', ownUnit.name))
  await take(unit)
  const { page } = unit
  await page.getByRole('button', { name: `打开 ${nextYear} 年度账套` }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: `${nextYear} 年度` })).toBeVisible()
  await openGoal(page, ownProject)
  await page.getByRole('tab', { name: '往年' }).click()
  await expect(page.getByText(`${year} 年度 · 已批复`)).toBeVisible()
  await shot(unit, '38-单位-下年目标和往年')
  await writeAmount(page, ownAmount - cut)
  await takeStep(page, '送审')
  await expect(page.getByText(`送审：${ownProject}`)).toBeVisible()
  await receive(county, await send(unit, '上报包', office))
  await take(county)
  await resultBeside(county.page)
  await shot(county, '39-县局-下年目标和上年评价')
}

/** At the county last year's grade and what was decided of it stand above the declaration. */
async function resultBeside(page: Page): Promise<void> {
  await openGoal(page, ownProject)
  await expect(page.getByLabel('资金总额（万元）')).toHaveValue(wan(ownAmount - cut))
  const memory = page.getByRole('note', { name: '上年评价' })
  await expect(memory).toContainText('绩效评价 中（75.00 分）')
  await expect(memory).toContainText(`压减预算 −${wan(cut)} 万元`)
}

/** The finished year is closed: its goals are only looked at from now on. */
export async function yearClosed({ county }: World): Promise<void> {
  const { page } = county
  await openYear(page, String(year))
  await visit(page, 'settings/book')
  await page.getByRole('region', { name: '年度关账' }).getByRole('button', { name: '关账' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '关账', exact: true }).click()
  await expect(page.getByRole('note')).toContainText(`${year} 年度已关账`)
  await visit(page, `goals?search=${ownProject}`)
  await expect(page.getByRole('grid', { name: '目标台账' }).getByText(ownProject)).toBeVisible()
  await expect(page.getByRole('button', { name: '新建', exact: true })).toHaveCount(0)
  await shot(county, '40-县局-关账以后')
}
