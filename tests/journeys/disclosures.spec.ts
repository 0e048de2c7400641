import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('what is due is published with its address, leaves as pages and Excel, and stands in the file of its project', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'disclosures?item=goal')
  const grid = page.getByRole('grid', { name: '公开台账' })
  await page.getByRole('tab', { name: /逾期未公开/ }).click()
  await expect(grid.getByRole('row').nth(1)).toContainText('逾期未公开')
  expect(await seriousFaults(page)).toEqual([])

  const late = await page.getByRole('tab', { name: /逾期未公开/ }).innerText()
  const count = Number(late.replace(/\D/g, ''))
  await grid.getByRole('checkbox').nth(1).click()
  await grid.getByRole('checkbox').nth(2).click()
  await page.getByRole('button', { name: '登记公开 2 项' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('网址和截图至少有一样')).toBeVisible()
  await dialog.getByLabel('网址').fill('http://www.scnj.gov.cn/ysgk/2026')
  await dialog.getByRole('button', { name: '登记公开' }).click()
  await expect(page.getByText('登记公开 2 项信息')).toBeVisible()
  await expect(page.getByRole('tab', { name: `逾期未公开 ${count - 2}`, exact: true })).toBeVisible()

  await page.getByRole('button', { name: '生成公开材料' }).click()
  await expect(page.getByRole('region', { name: '公开材料预览' })).toBeVisible()
  await page.getByRole('button', { name: '导出网页和 Excel' }).click()
  await expect(page.getByText(/已生成公开材料 \d+ 项/)).toBeVisible()
  const [folder = ''] = readdirSync(app.exportsDir)
  const files = readdirSync(join(app.exportsDir, folder))
  expect(files).toContain('index.html')
  expect(files.some((name) => name.endsWith('.xlsx'))).toBe(true)
  const first = readFileSync(join(app.exportsDir, folder, '001.html'), 'utf8')
  expect(first).toContain('绩效指标')
  expect(first).not.toContain('联系电话')
  expect(await seriousFaults(page)).toEqual([])

  await page.getByRole('button', { name: '返回台账' }).click()
  await page.getByRole('tab', { name: /^已公开/ }).click()
  await grid.getByRole('row').nth(1).dblclick()
  await page
    .getByRole('complementary', { name: '公开情况' })
    .getByRole('link', { name: '一项目一档' })
    .click()
  const life = page.getByRole('region', { name: '全过程记录' })
  await expect(life.getByRole('heading', { name: /2026 年度/ })).toBeVisible()
  await expect(life.getByText('信息公开').first()).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '归档（zip）' }).click()
  await expect(page.getByText(/已归档 .*一项目一档\.zip/)).toBeVisible()
  await page.getByRole('button', { name: '打印档案' }).click()
  await expect(page.getByRole('region', { name: '打印预览' })).toContainText('附件目录')
  expect(app.complaints).toEqual([])
})
