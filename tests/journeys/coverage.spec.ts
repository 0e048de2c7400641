import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('the map says what is due and done, and a cell leads to its holes and to where one is filled', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await page.getByRole('link', { name: '三全覆盖' }).click()
  const map = page.getByRole('table', { name: '按管理对象' })
  await expect(map.getByRole('row', { name: /项目/ })).toBeVisible()
  const cell = map.getByRole('link', { name: /^项目 绩效监控/ })
  const [done = 0, due = 0] = ((await cell.getAttribute('aria-label')) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect(due).toBeGreaterThan(done)
  expect(await seriousFaults(page)).toEqual([])

  await cell.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('绩效监控：缺口')
  await expect(page.getByRole('status').filter({ hasText: '共' })).toContainText(`共 ${due - done} 项`)
  const grid = page.getByRole('grid', { name: '覆盖对象' })
  await expect(grid.getByText('待单位填报').first()).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await grid.getByRole('row').nth(1).dblclick()
  await expect(page).toHaveURL(/#\/monitoring\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await visit(page, 'coverage/road')
  await page.getByRole('button', { name: /^登记：全市预算绩效信息管理平台高效运行/ }).click()
  await page.getByLabel('状态').selectOption('done')
  await page.getByLabel('情况说明').fill('平台已全面运行。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('table', { name: '2022 年' })).toContainText('登记：平台已全面运行。')

  await visit(page, 'analysis?kind=merge')
  const found = page.getByRole('article').first()
  await expect(found).toContainText('用途相近')
  await found.getByRole('button', { name: /^排除/ }).click()
  await page.getByLabel('排除理由').fill('按政策分别设立')
  await page.getByRole('button', { name: '排除', exact: true }).click()
  await expect(page.getByRole('button', { name: '已排除 1 项' })).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
})
