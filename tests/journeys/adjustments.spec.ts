import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'

test.use({ holds: 'demo' })

/** Opens an approved goal that is wholly in order, and gives its name. */
async function openApproved(page: Page): Promise<string> {
  await visit(page, 'goals?status=approved&kind=project&finding=clean')
  await page.getByRole('grid', { name: '目标台账' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '申请调整' }).waitFor()
  return page.getByLabel('项目名称').inputValue()
}

/** The whole amount from one source, so that the parts make the sum. */
async function setAmount(page: Page, wan: string): Promise<void> {
  const money = page.getByRole('region', { name: '资金' })
  for (const field of await money.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') continue
    await field.fill('')
    await field.press('Tab')
  }
  // The total stands at its one source by itself.
  await money.getByLabel('资金总额').fill(wan)
  await money.getByLabel('资金总额').press('Tab')
}

test('an approved goal changes only by an adjustment, and its versions stay', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '预算单位')
  const name = await openApproved(page)
  await page.getByRole('button', { name: '申请调整' }).click()
  await expect(page.getByRole('heading', { name: `${name}（第 1 次）` })).toBeVisible()
  const address = new URL(page.url()).hash.slice(2)
  await page.getByRole('textbox', { name: '调整理由' }).fill('服务人数比年初预计减少。')
  await page.getByRole('textbox', { name: '对预算的影响' }).fill('调减后结余收回财政。')
  const amount = page.locator('[data-field=total] input')
  const before = Number((await amount.inputValue()).replaceAll(',', ''))
  await setAmount(page, String(before * 2))
  const panel = page.getByRole('complementary', { name: '变化、问题、版本与过程' })
  const major = panel.getByRole('list', { name: '重大变化' })
  await expect(major).toContainText('超过 30%')
  await expect(panel.getByRole('list', { name: '逐项变化' })).toContainText('资金总额')
  await expect(page.locator('[data-field=total]')).toContainText('调整：原为')
  await takeStep(page, '送审')
  await expect(page.getByText(`送审：${name}`)).toBeVisible()
  await switchDuty(page, '支出管理')
  await visit(page, address)
  await takeStep(page, '初审通过')
  await switchDuty(page, '监督与绩效管理')
  await visit(page, address)
  await page.getByRole('button', { name: '审核通过' }).click()
  const stopped = page.getByRole('dialog', { name: '须先做事前绩效评估' })
  await expect(stopped).toContainText('须就本次调整列入事前绩效评估')
  await stopped.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('增幅过大，请压减。')
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()

  await switchDuty(page, '预算单位')
  await visit(page, address)
  await expect(page.getByText('增幅过大，请压减。')).toBeVisible()
  const less = (before * 0.9).toFixed(2)
  await setAmount(page, less)
  await expect(major).toBeHidden()
  await takeStep(page, '送审')
  await expect(page.getByText(`送审：${name}`)).toBeVisible()
  for (const [duty, verb] of [
    ['支出管理', '初审通过'],
    ['监督与绩效管理', '审核通过'],
    ['预算', '批准调整'],
  ] as const) {
    await switchDuty(page, duty)
    await visit(page, address)
    await takeStep(page, verb)
    await expect(page.getByText(`${verb}：${name}`)).toBeVisible()
  }
  await panel.getByRole('tab', { name: '版本' }).click()
  const versions = panel.getByRole('table', { name: '版本对照' })
  await expect(versions).toContainText('第 1 次调整')
  await expect(versions).toContainText('资金总额')
  await visit(page, 'goals/adjustments')
  await expect(page.getByRole('grid', { name: '目标调整台账' })).toContainText(name)
  await page.getByRole('tab', { name: '按单位 1' }).click()
  await expect(page.getByRole('grid', { name: '按单位汇总' }).getByRole('row')).toHaveCount(2)
  expect(app.complaints).toEqual([])
})

test('goals and funds are registered together, day by day', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals/together')
  const table = page.getByRole('grid', { name: '同步台账' })
  await expect(page.getByText('0.0%').first()).toBeVisible()
  const choose = async () => {
    for (const row of [1, 2, 3]) await table.getByRole('row').nth(row).getByRole('checkbox').check()
    await page.getByRole('button', { name: '登记 3 个' }).click()
  }
  await choose()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('日期', { exact: true }).fill('2026-01-20')
  await dialog.getByRole('button', { name: '登记 3 个目标' }).click()
  await expect(page.getByText('已登记 3 个目标的上会。')).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText('01-20 / 01-20')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(table.getByRole('row').nth(1)).not.toContainText('01-20')
  await choose()
  await dialog.getByLabel('日期', { exact: true }).fill('2026-13-20')
  await expect(dialog.getByText('请写成 2026-01-20。')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '登记 3 个目标' })).toBeDisabled()
  expect(app.complaints).toEqual([])
})

test('a deleted request comes back by 撤销, and the ledger goes out as a workbook', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '预算单位')
  const name = await openApproved(page)
  await page.getByRole('button', { name: '申请调整' }).click()
  await page.getByRole('button', { name: '删除申请' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除这份申请' }).click()
  await expect(page.getByText('本年度还没有目标调整')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('grid', { name: '目标调整台账' })).toContainText(name)
  await page.getByRole('button', { name: '导出台账' }).click()
  await expect(page.getByText(/已导出 .*目标调整台账\.xlsx（1 份申请）/)).toBeVisible()
  const files = readdirSync(app.exportsDir, { recursive: true, encoding: 'utf8' })
  expect(files.some((file) => file.endsWith('年度绩效目标调整台账.xlsx'))).toBe(true)
  expect(app.complaints).toEqual([])
})
