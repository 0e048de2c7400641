import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, openYear, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('the county sees its score, proves an item, and a finished year is made known', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'appraisals/live')
  const sums = page.getByRole('status').filter({ hasText: '已到手' })
  await expect(sums).toBeVisible()
  const first = page.getByRole('complementary', { name: '先办什么' }).getByRole('checkbox').first()
  await first.check()
  await expect(sums).toContainText('如果办完勾选的 1 件')
  await page.getByRole('button', { name: /监控覆盖率/ }).click()
  await expect(page.getByText('报送过监控情况的对象')).toBeVisible()
  expect.soft(await seriousFaults(page), 'live').toEqual([])

  // At the item: what is ticked counts, and its proof stands there.
  await page.getByRole('button', { name: '去自评' }).click()
  await page
    .getByRole('navigation', { name: '考核指标目录' })
    .getByRole('button', { name: /培训宣传/ })
    .click()
  await page.getByLabel(/上报信息不少于 4 篇/).check()
  await expect(page.getByRole('region', { name: '自评', exact: true })).toContainText('2.00 分')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await page.getByLabel('培训宣传的佐证文件').setInputFiles({
    ...{ name: '培训通知.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4 培训通知'),
  })
  await expect(page.getByText('培训通知.pdf')).toBeVisible()
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  expect.soft(await seriousFaults(page), 'document').toEqual([])

  // What is no score stays in sight; neither another item nor the step takes it away unasked.
  const items = page.getByRole('navigation', { name: '考核指标目录' })
  const own = page.getByLabel('自评分')
  await own.fill('八十五')
  await items.getByRole('button', { name: /监控覆盖率/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await expect(own).toBeFocused()
  await expect(own).toHaveValue('八十五')
  await own.fill('')
  await own.press('Enter')
  await expect(page.locator('[data-save=saved]')).toBeVisible()

  await page.getByRole('button', { name: '佐证册' }).click()
  await page.getByRole('button', { name: '生成佐证册（文件夹和 PDF）' }).click()
  await expect(page.getByText(/已生成佐证文件夹，2 个文件/)).toBeVisible()
  const files = readdirSync(app.exportsDir, { recursive: true }).map(String)
  expect(files.some((file) => file.endsWith('01 培训通知.pdf') && file.includes('03 培训宣传'))).toBe(true)

  await openYear(page, '2025')
  await visit(page, 'appraisals')
  await page.getByRole('link', { name: '排名和结果' }).click()
  await expect(page.getByText(/局党组会议审定/)).toBeVisible()
  expect.soft(await seriousFaults(page), 'ranking').toEqual([])
  await page.getByRole('button', { name: '导出通报' }).click()
  await expect(page.getByText(/已导出 .*情况通报\.docx/)).toBeVisible()

  await visit(page, 'appraisals/another-year/ranking')
  await expect(page.getByRole('heading', { level: 1, name: '排名和结果' })).toBeVisible()
  await page.getByRole('link', { name: '返回工作考核' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '工作考核' })).toBeVisible()

  await visit(page, 'appraisals/schemes/scheme-county?item=c41')
  await expect(page.getByLabel('指标名称')).toHaveValue('目标覆盖率')
  expect.soft(await seriousFaults(page), 'scheme').toEqual([])

  // A new item is named at once; what is removed leaves the keyboard at the scheme.
  await visit(page, 'appraisals/schemes')
  const shipped = page.getByRole('region', { name: '自带办法' })
  await shipped.getByRole('button', { name: '复制 部门预算绩效管理工作考核评分表' }).click()
  await page.getByRole('button', { name: '在组织与制度下加指标' }).click()
  await expect(page.getByLabel('指标名称')).toBeFocused()
  await page.keyboard.type('台账登记')
  await page.getByRole('button', { name: '删除指标“台账登记”' }).click()
  await expect(page.getByRole('region', { name: '办法内容' })).toBeFocused()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('button', { name: '台账登记 1' })).toBeVisible()
})
