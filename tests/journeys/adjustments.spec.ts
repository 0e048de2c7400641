import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

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
  for (const label of ['资金总额', '一般公共预算（本级）']) {
    await money.getByLabel(label).fill(wan)
    await money.getByLabel(label).press('Tab')
  }
}

async function take(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}

test('an approved goal changes only by an adjustment, and its versions stay', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '预算单位')
  const name = await openApproved(page)
  await page.getByRole('button', { name: '申请调整' }).click()
  await expect(page.getByRole('heading', { name: `${name} 第 1 次调整` })).toBeVisible()
  const address = new URL(page.url()).hash.slice(2)
  await page.getByLabel('调整理由').fill('服务人数比年初预计减少。')
  await page.getByLabel('对预算的影响').fill('调减后结余收回财政。')
  const amount = page.locator('[data-field=total] input')
  const before = Number((await amount.inputValue()).replaceAll(',', ''))
  await setAmount(page, String(before * 2))
  const panel = page.getByRole('complementary', { name: '变化、版本与过程' })
  await expect(panel.getByText('属于重大变化')).toBeVisible()
  await expect(panel.getByText('资金总额')).toBeVisible()
  await expect(page.locator('[data-field=total]')).toContainText('调整：原为')
  await take(page, '送审')
  await switchDuty(page, '支出管理')
  await visit(page, address)
  await take(page, '初审通过')
  await switchDuty(page, '监督与绩效管理')
  await visit(page, address)
  await take(page, '审核通过')
  await expect(page.getByText('属于重大变化，须先完成事前绩效评估')).toBeVisible()
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('增幅过大，请压减。')
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()

  await switchDuty(page, '预算单位')
  await visit(page, address)
  await expect(page.getByText('增幅过大，请压减。')).toBeVisible()
  const less = (before * 0.9).toFixed(2)
  await setAmount(page, less)
  await expect(panel.getByText('属于重大变化')).toBeHidden()
  await take(page, '送审')
  for (const [duty, verb] of [
    ['支出管理', '初审通过'],
    ['监督与绩效管理', '审核通过'],
    ['预算', '批准调整'],
  ] as const) {
    await switchDuty(page, duty)
    await visit(page, address)
    await take(page, verb)
    await expect(page.getByText(`${verb}：${name}`)).toBeVisible()
  }
  await panel.getByRole('tab', { name: '版本' }).click()
  await expect(panel.getByRole('list', { name: '变化' })).toContainText('资金总额')
  await visit(page, 'goals/adjustments')
  await expect(page.getByRole('region', { name: '各单位调整情况' })).toContainText('1')
  await expect(page.getByRole('region', { name: '各单位调整情况' })).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('goals and funds are registered together, day by day', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals/together')
  const table = page.getByRole('grid', { name: '同步台账' })
  await expect(page.getByText('0.0%').first()).toBeVisible()
  for (const row of [1, 2, 3]) await table.getByRole('row').nth(row).getByRole('checkbox').check()
  await page.getByRole('button', { name: '登记 3 个目标' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('日期').fill('2026-01-20')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('已登记 3 个目标的同步上会：2026-01-20。')).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText('2026-01-20')
  await page.getByRole('button', { name: '登记 3 个目标' }).click()
  await dialog.getByLabel('环节').selectOption('公示')
  await dialog.getByLabel('日期').fill('2026-01-10')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('日期不对或早于上一环节的日期，没有登记')).toBeVisible()
})
