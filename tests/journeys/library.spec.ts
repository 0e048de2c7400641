import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, visit } from './start-book.ts'

function sheet(page: Page) {
  return page.getByRole('grid', { name: '绩效指标' })
}

/** The demo's goal of this name, from the ledger in one state. */
async function openGoal(page: Page, status: string, search: string): Promise<void> {
  await visit(page, `goals?status=${status}&search=${encodeURIComponent(search)}`)
  await expect(page.getByRole('grid', { name: '目标台账' }).getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('grid', { name: '目标台账' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toBeVisible()
}

test('an indicator is found, put below its kin, and taken back with Ctrl+Z', async ({ page, app }) => {
  await openDemo(page, app)
  await openGoal(page, 'draft', '')
  const rows = sheet(page).locator('tbody tr')
  const before = await rows.count()
  await page.getByRole('tab', { name: '指标库' }).click()
  const library = page.getByRole('tabpanel')
  await expect(library.getByText(/^推荐 \d+ 条/)).toBeVisible()

  await library.getByRole('searchbox', { name: '查找指标' }).fill('ldldl')
  await library.getByRole('button', { name: /^城区路灯亮灯率/ }).click()
  await expect(library.getByText('夜间巡查表')).toBeVisible()
  await library.getByRole('button', { name: '插入 城区路灯亮灯率' }).click()
  await expect(page.getByText('已从指标库插入“城区路灯亮灯率”')).toBeVisible()
  await expect(rows).toHaveCount(before + 1)
  const row = rows.filter({ hasText: '城区路灯亮灯率' })
  await expect(row).toContainText('质量指标')
  await expect(row).toContainText('98')
  await expect(library.getByText('已在表中')).toBeVisible()

  const levels = await rows.evaluateAll((all) =>
    all.map((each) => each.querySelectorAll('td')[1]?.textContent ?? ''),
  )
  expect(levels.lastIndexOf('质量指标') - levels.indexOf('质量指标')).toBe(
    levels.filter((level) => level === '质量指标').length - 1,
  )
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(before)
  await expect(row).toHaveCount(0)

  await library.getByRole('searchbox', { name: '查找指标' }).fill('')
  await library.getByRole('button', { name: '插入整套' }).click()
  await expect(page.getByText(/已从指标库插入“.+”整套/)).toBeVisible()
  expect(await rows.count()).toBeGreaterThan(before + 2)
  await page.getByRole('alert').getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(before)
  expect(app.complaints).toEqual([])
})

test('a goal that only can be read offers nothing to insert', async ({ page, app }) => {
  await openDemo(page, app)
  await openGoal(page, 'approved', '')
  await page.getByRole('tab', { name: '指标库' }).click()
  await expect(page.getByRole('tabpanel').getByText(/^推荐 \d+ 条/)).toBeVisible()
  await expect(page.getByRole('tabpanel').getByRole('button', { name: /^插入/ })).toHaveCount(0)
})

test('the library page filters, counts and explains', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals')
  await page.getByRole('link', { name: '指标库' }).click()
  await expect(page.getByRole('status').filter({ hasText: '29 个行业' })).toBeVisible()
  await page.getByRole('button', { name: '行业：全部' }).click()
  await page.getByRole('menuitem', { name: '农村公路' }).click()
  await page.getByRole('searchbox', { name: '查找指标' }).fill('危桥')
  await expect(page.getByRole('status').filter({ hasText: '共 1 条，1 个行业' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: '指标说明' })).toContainText('桥梁技术状况评定表')
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '29 个行业' })).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('chosen entries are copied as a block that a spreadsheet takes', async ({ page, app }) => {
  await page.context().grantPermissions(['clipboard-read'])
  await openDemo(page, app)
  await visit(page, 'goals/library?search=危桥')
  await page.getByRole('checkbox', { name: '选择筛选出的全部' }).check()
  await page.getByRole('button', { name: /^复制所选/ }).click()
  await expect(page.getByText('已复制 1 条')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text.split('\n')[1]?.split('\t')).toEqual(
    expect.arrayContaining(['产出指标', '数量指标', '改造农村公路危桥']),
  )
  expect(app.complaints).toEqual([])
})
