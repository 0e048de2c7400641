import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { wordText } from './word-text.ts'

test.use({ holds: 'demo' })

test('what was taught is registered, a section reports its work, the year is reported, and every page helps', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  // The tour asks once, by one line.
  await page.getByRole('button', { name: '开始导览' }).click()
  const tour = page.getByRole('dialog', { name: '新手导览' })
  await expect(tour).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tour).toContainText('一年一个账套')
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
  await expect(page.getByRole('button', { name: '开始导览' })).toHaveCount(0)

  await page.getByRole('link', { name: '应用与考核' }).click()
  await visit(page, 'supervision')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('menuitem', { name: '业务培训' }).click()
  const panel = page.getByRole('complementary', { name: '登记内容' })
  await expect(panel.getByText('请填写人次。')).toBeVisible()
  await panel.getByLabel('培训名称').fill('结果应用培训')
  await panel.getByLabel('人次').fill('36')
  await panel.getByLabel('人次').press('Enter')
  await expect(panel.getByText('请填写人次。')).toHaveCount(0)
  await expect(panel.locator('[data-save=saved]')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '结果应用培训', exact: true })).toBeVisible()
  expect.soft(await seriousFaults(page), 'register').toEqual([])

  await page.getByRole('button', { name: '编写年度报告' }).click()
  await page.getByRole('menuitem', { name: '向人大报告' }).click()
  const overview = page.getByRole('region', { name: '总体情况' })
  await expect(overview.getByLabel('总体情况')).toHaveValue(/请予审议/)
  await overview.getByLabel('总体情况').fill('本年工作扎实推进。')
  await page.getByRole('button', { name: '导出 Word' }).click()
  await expect(page.getByText(/已导出 .*报人大/)).toBeVisible()
  const text = wordText(app.exportsDir)
  for (const part of ['本年工作扎实推进。', '附表 1', '绩效目标批复']) expect(text).toContain(part)

  await visit(page, 'work-plan')
  await page.getByRole('button', { name: '新增工作' }).click()
  const dialog = page.getByRole('dialog', { name: '新增年度工作' })
  await dialog.getByLabel('工作内容').fill('整理绩效档案')
  await dialog.getByLabel('责任科室').selectOption('行政政法科')
  // A slip beside the dialog costs nothing, and Esc is asked back once; a double click begins one item.
  await page.mouse.click(20, 400)
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('再按一次 Esc 放弃')
  await dialog.getByLabel('完成期限').fill('2026-12-20')
  await expect(dialog.getByRole('alert')).toBeHidden()
  await dialog.getByRole('button', { name: '列入计划' }).dblclick()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('gridcell', { name: '整理绩效档案', exact: true })).toHaveCount(1)
  await switchDuty(page, '支出管理')
  const item = page.getByRole('complementary', { name: '工作事项' })
  await item.getByRole('button', { name: '开始办理' }).click()
  await item.getByRole('button', { name: '报完成' }).click()
  await expect(item.getByText('请填写完成情况。')).toBeVisible()
  await item.getByLabel('完成情况').fill('已归档 46 卷。')
  await item.getByLabel('佐证所在').fill('档案目录')
  await item.getByRole('button', { name: '报完成' }).click()
  await expect(item.getByText('等待监督与绩效管理科确认。')).toBeVisible()
  await switchDuty(page, '监督与绩效管理')
  await item.getByRole('button', { name: '确认完成' }).click()
  await expect(item.getByText('撤销确认')).toBeVisible()
  expect.soft(await seriousFaults(page), 'plan').toEqual([])

  await page.getByRole('button', { name: '本页帮助' }).click()
  const help = page.getByRole('complementary', { name: '帮助' })
  await expect(help.getByRole('heading', { name: '年度工作' })).toBeFocused()
  await expect(help).toContainText('巴财〔2020〕38号 三（一）1')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('F1')
  await help.getByRole('link', { name: '打开使用手册' }).click()
  await page.getByLabel('查找手册').fill('数据包 核对')
  await expect(page.getByRole('status').filter({ hasText: /找到 [1-9]/ })).toBeVisible()
  await expect(page.getByRole('article').getByRole('link', { name: '接收数据包' })).toBeVisible()
  expect.soft(await seriousFaults(page), 'manual').toEqual([])
  expect(app.complaints).toEqual([])
})
