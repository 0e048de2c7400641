import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, openYear, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('a year is planned from what is due and risky, decided, issued, and taken back with a reason', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'evaluation/plan')
  const grid = page.getByRole('grid', { name: '评价对象' })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026 年度评价计划')
  await page.getByRole('button', { name: /采用建议名单（10 项）/ }).click()
  await page.getByRole('tab', { name: /本年名单 10/ }).click()
  await expect(grid.getByRole('row')).toHaveCount(11)

  // What differs from the proposal wants the bureau's word before it is issued.
  await grid.getByText('非物质文化遗产保护传承').click()
  const panel = page.getByRole('complementary', { name: '评价对象' })
  await expect(panel.getByText(/每 4 年必评一次，今年到期/)).toBeVisible()
  await panel.getByRole('button', { name: '不列入', exact: true }).click()
  await expect(panel.getByText('与建议不同，请写明理由。')).toBeVisible()
  await page.getByRole('button', { name: '下达', exact: true }).click()
  await expect(page.getByText(/补齐后再下达/)).toBeVisible()
  await panel.getByLabel('理由和说明').fill('主管部门机构改革，改在下年评价。')
  await panel.getByLabel('理由和说明').blur()
  await expect(panel.getByText('与建议不同，请写明理由。')).toBeHidden()
  await page.getByLabel(/今后的安排/).fill('余下部门按风险分两年补评。')
  await page.getByLabel(/今后的安排/).blur()
  await expect(page.getByLabel(/今后的安排/)).toHaveAttribute('aria-invalid', 'false')

  await page.getByRole('button', { name: '下达', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '下达' }).click()
  await expect(page.getByText(/● 已下达（/)).toBeVisible()
  await expect(panel.getByRole('button', { name: '列入', exact: true })).toBeHidden()
  await page.getByRole('button', { name: '导出工作计划' }).click()
  await expect(page.getByText(/已导出 2026年度绩效评价工作计划\.docx/)).toBeVisible()
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await expect(page.getByText(/已导出 2026年度绩效评价计划\.xlsx/)).toBeVisible()
  expect(readdirSync(app.exportsDir)).toHaveLength(2)

  await page.getByRole('button', { name: '撤销下达' }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('县政府要求追加项目')
  await page.getByRole('dialog').getByRole('button', { name: '撤销下达' }).click()
  await expect(page.getByText(/○ 编制中/)).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('what was evaluated before the first book is entered for several at once, and others only look', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'evaluation/plan?view=due')
  const grid = page.getByRole('grid', { name: '评价对象' })
  await expect(grid.getByLabel('选择 南江县公安局')).toBeVisible()
  const before = await grid.getByRole('row').count()
  for (const name of ['南江县公安局', '南江县林业局']) await grid.getByLabel(`选择 ${name}`).check()
  await page.getByRole('button', { name: '登记以前年度评价' }).first().click()
  await page.getByLabel('评价的预算年度').selectOption('2023')
  await page.getByLabel('等级').selectOption('良')
  await page.getByRole('dialog').getByRole('button', { name: '登记 2 个' }).click()
  await expect(grid.getByRole('row')).toHaveCount(before - 2)

  await openYear(page, '2025')
  await visit(page, 'evaluation/plan')
  await expect(page.getByRole('tab', { name: /本年名单 12/ })).toBeVisible()
  await grid.getByText('农村公路日常养护').click()
  await page.getByRole('link', { name: '打开评价任务' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('农村公路日常养护')

  // An item without a task leads to a new one, its object already chosen.
  await visit(page, 'evaluation/plan')
  await grid.getByText('家庭经济困难学生生活补助').click()
  await page.getByRole('link', { name: '新建评价任务' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '评价的项目' })).toHaveValue('家庭经济困难学生生活补助')
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('家庭经济困难学生生活补助')
  await visit(page, 'evaluation/plan')
  await grid.getByText('家庭经济困难学生生活补助').click()
  await expect(page.getByRole('link', { name: '打开评价任务' })).toBeVisible()

  await switchDuty(page, '预算')
  await visit(page, 'evaluation/plan')
  await expect(page.getByRole('button', { name: '撤销下达' })).toBeHidden()
  expect(app.complaints).toEqual([])
})
