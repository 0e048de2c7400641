import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

const numberIn = (text: string | null) => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''))

test('the board opens in one look, is narrowed, and every number opens its projects and their form', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'monitoring')
  await page.getByRole('link', { name: '看板' }).click()
  const figures = page.getByRole('region', { name: '总体情况' })
  await expect(page.getByText('国库支出台账，到 10 月')).toBeVisible()
  const whole = await figures.textContent()
  await expect(page.locator('section img')).toHaveCount(4)
  await expect(page.getByRole('table', { name: '预警项目' }).getByRole('row')).toHaveCount(11)
  expect(await seriousFaults(page)).toEqual([])
  // On paper it says what it is, and its filters and buttons stay away.
  const printed = page.getByText('2026 年 1—10 月绩效监控看板')
  await expect(printed).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(printed).toBeVisible()
  await expect(page.getByText(/南江县财政局.*数据到 10 月，\d{4}-\d{2}-\d{2} 汇总/)).toBeVisible()
  await expect(page.getByLabel('截至')).toBeHidden()
  await page.emulateMedia({ media: null })

  await page.getByLabel('截至').selectOption('6')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1—6 月看板')
  await page.getByRole('button', { name: '预算类型：全部' }).click()
  await page.getByRole('menuitem', { name: '政府性基金预算' }).click()
  await expect(figures).not.toHaveText(whole ?? '')
  await expect(page).toHaveURL(/month=6/)
  await expect(page).toHaveURL(/book=fund/)
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await page.getByLabel('截至').selectOption('10')
  await expect(figures).toHaveText(whole ?? '')

  const lights = page.getByRole('region', { name: /个项目亮红灯/ })
  await lights.getByRole('button', { name: '看表' }).click()
  await expect(page).toHaveURL(/table=lights/)
  expect(await seriousFaults(page)).toEqual([])
  const reds = lights.getByRole('row').nth(1).getByRole('link').nth(1)
  const count = numberIn(await reds.textContent())
  await reds.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('预警')
  await expect(page.getByRole('status').filter({ hasText: '共' })).toContainText(`共 ${count} 项`)
  expect(await seriousFaults(page)).toEqual([])
  const grid = page.getByRole('grid', { name: '看板项目' })
  await grid.getByRole('row').nth(1).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/#\/(monitoring|goals)\//)
})

test('the board is frozen, opened again, compared, and exported', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'dashboard')
  const figures = page.getByRole('region', { name: '总体情况' })
  const shown = await figures.textContent()
  await page.getByRole('button', { name: '冻结', exact: true }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('十月例会')
  await page.getByRole('dialog').getByRole('button', { name: '冻结' }).click()
  await expect(page.getByText('只读，数据到 10 月')).toBeVisible()
  await expect(figures).toHaveText(shown ?? '')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '与现在对比' }).click()
  const compared = page.getByRole('table', { name: '与现在对比' })
  await expect(compared.getByRole('row', { name: /^支出 / })).toContainText('不变')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '看冻结时的看板' }).click()
  await figures.getByRole('link', { name: /^支出 / }).click()
  await expect(page.getByRole('grid', { name: '看板项目' }).getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByText('冻结于')).toBeVisible()

  await visit(page, 'dashboard/frozen')
  await expect(page.getByRole('link', { name: '十月例会' })).toBeVisible()
  await visit(page, 'dashboard')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await expect(page.getByText(/已导出 .*监控看板\.xlsx/)).toBeVisible()
  const [picture] = [page.getByRole('region', { name: /比计划/ })]
  await picture.getByRole('button', { name: '图片' }).click()
  await expect(page.getByText(/已导出 .*\.png/)).toBeVisible()
  await picture.getByRole('button', { name: '矢量图' }).click()
  await expect(page.getByText(/已导出 .*\.svg/)).toBeVisible()
  const files = readdirSync(app.exportsDir)
  const svg = files.find((name) => name.endsWith('.svg')) ?? ''
  expect(readFileSync(join(app.exportsDir, svg), 'utf8')).toContain('单位：万元，按月累计')
  const png = files.find((name) => name.endsWith('.png')) ?? ''
  expect(readFileSync(join(app.exportsDir, png)).length).toBeGreaterThan(10_000)
})

test('the meeting turns by keys and buttons, and a project has its brief', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'dashboard')
  await page.getByRole('button', { name: '开会演示' }).click()
  const meeting = page.getByRole('dialog')
  await expect(meeting).toContainText('1 / 8')
  await page.keyboard.press('ArrowRight')
  await expect(meeting).toContainText('2 / 8')
  await expect(meeting.getByRole('img')).toBeVisible()
  await meeting.getByRole('button', { name: '下一页' }).click()
  await expect(meeting).toContainText('3 / 8')
  await page.keyboard.press('PageUp')
  await expect(meeting).toContainText('2 / 8')
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(meeting).toBeHidden()

  await page.getByRole('link', { name: '项目简报' }).first().click()
  await expect(page.getByRole('article')).toContainText('绩效目标和指标')
  await expect(page.getByRole('article')).toContainText('天')
  expect(await seriousFaults(page)).toEqual([])
})

test('who may not freeze has no button for it', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '支出管理')
  await visit(page, 'dashboard')
  await expect(page.getByRole('button', { name: '开会演示' })).toBeVisible()
  await expect(page.getByRole('button', { name: '冻结', exact: true })).toBeHidden()
})
