import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { paste } from './paste.ts'
import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { all, others, ownAmount, ownIndicators, ownProject, treasuryFile, wan, year } from './year-plan.ts'
import { laidOut, shot, takeAll, type World } from './year-start.ts'

/** The treasury's table of a month is read; its layout is asked about only the first time. */
export async function treasuryComes({ county }: World, month: number): Promise<void> {
  const { page } = county
  const name = `国库执行表${year}年${month}月.xlsx`
  const folder = laidOut(county, '国库', [{ name, bytes: treasuryFile(month) }])
  await visit(page, 'execution/import')
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles(join(folder, name))
  const [next, write] = [
    page.getByRole('button', { name: '下一步' }),
    page.getByRole('button', { name: /^写入/ }),
  ]
  await expect(next.or(write)).toBeVisible()
  if (await next.isVisible()) await next.click()
  await shot(county, `13-县局-国库台账-${month}月`)
  await page.getByRole('button', { name: `写入 ${all} 行` }).click()
  await expect(page.getByRole('status').filter({ hasText: `写入完成：${month} 月国库台账` })).toBeVisible()
}

/** What a sheet shows, a row a line. */
function cellsOf(page: Page, label: string): Promise<string[][]> {
  return page
    .getByRole('grid', { name: label })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)))
}

/** The forms of the other units are filled in by two blocks pasted from Excel; the unit's own stays as it is. */
export async function othersFilledIn({ county }: World): Promise<void> {
  const { page } = county
  await switchDuty(page, '预算单位')
  await visit(page, 'monitoring?group=missing')
  await page.getByRole('button', { name: '多项目填报' }).click()
  const sheet = page.getByRole('grid', { name: '各项目指标完成情况' })
  await expect(sheet).toContainText(`${all} 个项目`)
  const entries = (await cellsOf(page, '各项目指标完成情况')).map(([project, , , target = '']) =>
    project === ownProject ? '\t\t\t' : [...reachedBy(target), '', '确定能'].join('\t'),
  )
  await sheet.locator('tbody tr').first().locator('td').nth(4).click()
  await paste(page, entries.join('\n'))
  await expect(sheet.locator('tbody tr').first()).toContainText('确定能')
  await shot(county, '15-县局-多项目填报')
  await page.getByRole('tab', { name: '项目资金' }).click()
  const money = page.getByRole('grid', { name: '各项目资金执行情况' })
  await expect(money).toContainText(`${all} 个项目`)
  const forecasts = (await cellsOf(page, '各项目资金执行情况')).map(([project, , budget = '']) =>
    project === ownProject ? '' : budget,
  )
  await money.locator('tbody tr').first().locator('td').nth(5).click()
  await paste(page, forecasts.join('\n'))
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await page.getByRole('link', { name: '返回台账' }).click()
  await takeAll(page, '送审', all, '', others.length)
  await switchDuty(page, '监督与绩效管理')
}

/** So far as much of a target as of the money, and the whole of it at the end of the year. */
function reachedBy(target: string): [string, string] {
  const whole = /\d+/.exec(target)?.[0] ?? ''
  return [target.endsWith('%') ? whole : String(Math.floor((Number(whole) * 62) / 100)), whole]
}

/** 布置轮次 for all projects of the county, as the year's plan proposes it. */
export async function roundOpens({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'monitoring/plan')
  await shot(county, '14-县局-年度监控计划')
  await page.getByRole('button', { name: '布置轮次' }).click()
  const dialog = page.getByRole('dialog', { name: '布置监控轮次' })
  await expect(dialog.getByLabel('轮次名称')).toHaveValue('1—7 月绩效监控')
  await dialog.getByRole('button', { name: `布置给 ${all} 个对象` }).click()
  await expect(page.getByText(/已布置“1—7 月绩效监控”/)).toBeVisible()
}

/** The unit fills in the form of the open round: what the treasury paid stands there already. */
export async function unitMonitors(place: World['unit'], percent: number): Promise<void> {
  const { page } = place
  await visit(page, 'monitoring?group=missing')
  await page.getByRole('grid', { name: '监控台账' }).getByRole('row', { name: ownProject }).dblclick()
  const funds = page.getByRole('region', { name: '项目资金' })
  const at = await funds
    .getByLabel(/年初预算数/)
    .evaluateAll((inputs) => inputs.findIndex((input) => (input as HTMLInputElement).value !== ''))
  await funds
    .getByLabel(/全年预计执行数/)
    .nth(at)
    .fill(wan(ownAmount))
  await page.keyboard.press('Tab')
  const reason = funds.getByLabel(/资金执行偏差原因/)
  await reason.fill('培训集中在暑期后开展。')
  await reason.press('Tab')
  const sheet = page.getByRole('grid', { name: '绩效指标完成情况' })
  await sheet.locator('tbody tr').first().locator('td').nth(3).click()
  const block = ownIndicators.map(([, , , , value, measure]) =>
    [measure === '%' ? value : String(Math.floor((Number(value) * percent) / 100)), value, '', '确定能'].join(
      '\t',
    ),
  )
  await paste(page, block.join('\n'))
  await expect(sheet.locator('tbody tr').last()).toContainText('确定能')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(place, `16-单位-监控表-${percent}`)
  await takeStep(page, '送审')
}
