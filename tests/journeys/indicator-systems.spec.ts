import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, openYear } from './start-book.ts'

test.use({ holds: 'demo' })

test('a system is copied, balanced, approved and followed by its next version', async ({ page, app }) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await page.getByRole('link', { name: '评价', exact: true }).click()
  await page.getByRole('link', { name: '指标体系' }).click()
  await page.getByRole('button', { name: '复制 政策支出绩效评价指标体系' }).click()
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('政策支出绩效评价指标体系（本局）')
  const panel = page.getByRole('complementary', { name: '指标体系明细' })
  await expect(panel).toContainText('政策依据')

  // Two points more: the sum says so, and it cannot be approved.
  await page.getByRole('gridcell', { name: '8', exact: true }).first().click()
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await panel.getByRole('tab', { name: '权重' }).click()
  await expect(panel).toContainText('各指标合计 102 分，应为 100 分')
  await page.getByRole('button', { name: '审定' }).click()
  await expect(page.getByText(/应为 100 分。改正后再审定/)).toBeVisible()
  await page.getByRole('button', { name: '配平到 100 分' }).click()
  await expect(panel).toContainText('● 各指标合计 100 分')
  await expect(page.getByText(/已保存/)).toBeVisible()

  // A point taken away by the keyboard hands the focus on to the one that stands in its place.
  await panel.getByRole('tab', { name: '评分方式' }).click()
  const away = panel.getByRole('button', { name: /^删除要点/ })
  const points = await away.count()
  await away.first().press('Enter')
  await expect(away).toHaveCount(points - 1)
  await expect(panel.getByLabel('评价要点 1')).toBeFocused()
  // Points that cannot be read stay in sight and are waited for.
  const worth = panel.getByLabel('分值', { exact: true }).first()
  await worth.fill('两分')
  await worth.press('Tab')
  await panel.getByRole('button', { name: '平均分配' }).click()
  await expect(page.getByText('有 1 处看不懂，没有保存。请先改正。')).toBeVisible()
  await expect(worth).toHaveValue('两分')
  await worth.fill('2')
  await worth.press('Tab')
  await panel.getByRole('button', { name: '平均分配' }).click()
  await expect(page.getByText(/已保存/)).toBeVisible()

  await page.getByRole('button', { name: '审定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审定' }).click()
  await expect(page.getByText('● 已审定 第 1 版')).toBeVisible()
  const first = page.url()
  await page.getByRole('button', { name: '编制下一版' }).click()
  await expect(page.getByText('○ 编制中 第 2 版')).toBeVisible()
  await page.getByRole('button', { name: '审定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审定' }).click()
  await expect(page.getByText('● 已审定 第 2 版')).toBeVisible()
  await page.goto(first)
  await expect(page.getByText('— 已被新版替代 第 1 版')).toBeVisible()
})
