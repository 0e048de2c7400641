import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

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

test('a unit proposes an indicator; returned with an opinion, corrected, confirmed, it is inserted and cited', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await switchDuty(page, '预算单位')
  await visit(page, 'goals/library')
  await page.getByRole('button', { name: '新建个性指标' }).click()
  const panel = page.getByRole('complementary', { name: '个性指标' })
  await panel.getByRole('button', { name: '提出' }).click()
  await expect(page.getByText('请填写指标名称。还没有提出')).toBeVisible()
  await panel.getByLabel('指标名称').fill('核桃低产园改造面积')
  await panel.getByLabel('一级指标').selectOption('产出指标')
  await panel.getByLabel('二级指标').selectOption('数量指标')
  await panel.getByLabel('计量单位').fill('亩')
  await panel.getByLabel('指标解释').fill('当年验收的低产园面积')
  await panel.getByRole('button', { name: '提出' }).click()
  await expect(page.getByText('已提出“核桃低产园改造面积”')).toBeVisible()
  await expect(panel.getByText('等待监督与绩效管理办理')).toBeVisible()

  await switchDuty(page, '监督与绩效管理')
  await visit(page, '')
  await expect(page.getByRole('region', { name: '待办' })).toContainText('1 条个性指标待确认')
  await page
    .getByRole('listitem')
    .filter({ hasText: '个性指标待确认' })
    .getByRole('button', { name: '办理' })
    .click()
  await expect(page.getByRole('button', { name: '待确认 1' })).toHaveAttribute('aria-pressed', 'true')
  await panel.getByRole('button', { name: '退回' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '请补充参考值及其依据。' }).click()
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await expect(page.getByText('已退回“核桃低产园改造面积”')).toBeVisible()

  await switchDuty(page, '预算单位')
  await visit(page, 'goals/library?state=returned')
  await expect(panel.getByRole('note')).toContainText('请补充参考值及其依据。')
  await panel.getByRole('button', { name: '添加参考值' }).click()
  await panel.getByRole('button', { name: '重新提出' }).click()
  await expect(page.getByText('请填写参考值，或删除这一行。改好后再重新提出。')).toBeVisible()
  // Whoever takes a row away by the keyboard goes on at the next one, behind the last where one is added.
  const adding = panel.getByRole('button', { name: '添加参考值' })
  await adding.click()
  await panel.getByLabel('参考值 2', { exact: true }).fill('500')
  await panel.getByRole('button', { name: '删除参考值 1' }).press('Enter')
  await expect(panel.getByLabel('参考值 1', { exact: true })).toBeFocused()
  await expect(panel.getByLabel('参考值 1', { exact: true })).toHaveValue('500')
  await panel.getByRole('button', { name: '删除参考值 1' }).press('Enter')
  await expect(adding).toBeFocused()
  await page.keyboard.press('Enter')
  await panel.getByLabel('参考值 1', { exact: true }).fill('500')
  await panel.getByLabel('标准').selectOption('历史标准')
  await panel.getByLabel('年度').fill('2024')
  await panel.getByRole('button', { name: '重新提出' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '重新提出' }).click()
  await expect(page.getByText('已重新提出“核桃低产园改造面积”')).toBeVisible()

  await switchDuty(page, '监督与绩效管理')
  await visit(page, 'goals/library?state=proposed')
  await panel.getByRole('button', { name: '确认' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认' }).click()
  await expect(page.getByText('已确认“核桃低产园改造面积”')).toBeVisible()

  await openGoal(page, 'draft', '')
  await page.getByRole('tab', { name: '指标库' }).click()
  const library = page.getByRole('tabpanel')
  await library.getByRole('searchbox', { name: '查找指标' }).fill('htdcy')
  await library.getByRole('button', { name: '插入 核桃低产园改造面积' }).click()
  await expect(sheet(page).getByText('核桃低产园改造面积')).toBeVisible()
  await expect(page.getByText(/已保存/)).toBeVisible()

  await visit(page, 'goals/library?origin=own')
  await expect(panel.getByText('500 亩（历史标准，2024 年）')).toBeVisible()
  const cited = panel.getByRole('region', { name: '引用' })
  await expect(cited).toContainText('本年度 1 个目标引用')
  await cited.getByRole('link').click()
  await expect(sheet(page).getByText('核桃低产园改造面积')).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('a row of the indicator sheet is proposed to the library in two clicks', async ({ page, app }) => {
  await openDemo(page, app)
  await openGoal(page, 'draft', '')
  await page.getByRole('tab', { name: '指标库' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: '提交指标库' }).click()
  const first = page.getByRole('menuitem').first()
  const name = await first.innerText()
  await first.click()
  await expect(page.getByText(`已把“${name}”提交指标库`)).toBeVisible()
  await visit(page, 'goals/library?state=proposed')
  await expect(page.getByRole('grid', { name: '指标库' }).getByText(name)).toBeVisible()
  await expect(page.getByLabel('参考值 1', { exact: true })).not.toHaveValue('')
  expect(app.complaints).toEqual([])
})
