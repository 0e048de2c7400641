import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, openYear, switchDuty, visit } from './start-book.ts'
import { stateNow, takeStep } from './take-step.ts'

test.use({ holds: 'demo' })

test('a result is proposed, studied, decided, and stands beside next year’s declaration', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'applications')
  await page.getByRole('button', { name: '切换到 2025 年度' }).click()
  const ledger = page.getByRole('grid', { name: '结果应用台账' })
  await expect(ledger.getByRole('row', { name: /农村公路日常养护/ })).toContainText('已办结')
  expect.soft(await seriousFaults(page), 'ledger').toEqual([])

  await page.getByRole('button', { name: '提出应用建议' }).click()
  const dialog = page.getByRole('dialog', { name: '提出结果应用建议' })
  await expect(dialog.getByRole('status')).toContainText('已勾选 1 项')
  await dialog.getByRole('button', { name: '列入 1 项' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('tab', { name: '拟建议 2' })).toBeVisible()

  await ledger.getByRole('row', { name: /沙河镇场镇污水收集管网/ }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('沙河镇场镇污水收集管网')
  const proposal = page.getByRole('region', { name: '应用建议' })
  await expect(proposal.getByLabel(/建议增减/)).toHaveValue('-11.60')
  await proposal.getByLabel(/建议增减/).fill('-12')
  await proposal.getByLabel(/建议增减/).press('Enter')
  await expect(proposal.getByLabel(/建议增减/)).toHaveValue('-12.00')
  await takeStep(page, '送预算科')
  await expect(stateNow(page)).toContainText('待预算科')

  await switchDuty(page, '预算')
  await expect(page.getByRole('region', { name: '审定' }).getByLabel(/拟审定增减/)).toHaveValue('-12.00')
  await takeStep(page, '报局领导审定')
  await expect(stateNow(page)).toContainText('待审定')
  await page.getByLabel('审定的局领导或会议').fill('局党组会议')
  await page.getByLabel('审定的局领导或会议').press('Enter')
  await takeStep(page, '审定')
  await expect(stateNow(page)).toContainText('待落实')
  expect.soft(await seriousFaults(page), 'document').toEqual([])

  await page.getByRole('button', { name: '返回台账' }).click()
  await page.getByRole('button', { name: '导出台账' }).click()
  await expect(page.getByText(/已导出 2025年度结果应用台账/)).toBeVisible()
  expect(readdirSync(app.exportsDir).some((name) => name.endsWith('结果应用台账.xlsx'))).toBe(true)

  await openYear(page, '2026')
  await visit(page, 'goals?search=沙河镇场镇污水')
  await page
    .getByRole('grid')
    .getByRole('row', { name: /沙河镇场镇污水收集管网/ })
    .dblclick()
  await expect(page.getByRole('note', { name: '上年评价' })).toContainText('压减预算 −12.00 万元（待落实）')
})
