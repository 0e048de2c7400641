import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, openYear, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('an own line is rehearsed on a round, saved with its reason, and given back', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'monitoring/lines')
  const rehearsal = page.getByRole('region', { name: '试算' })
  await expect(rehearsal.getByRole('status')).toContainText('没有项目变色')
  const save = page.getByRole('button', { name: '保存预警线' })
  await expect(save).toBeDisabled()

  // Whoever takes a line away by the keyboard goes on at the next one, behind the last where one is added.
  const months = page.getByRole('combobox', { name: /条线的月份/ })
  const away = page.getByRole('button', { name: /^去掉/ })
  await away.first().press('Enter')
  await expect(months.first()).toBeFocused()
  await months.first().selectOption({ label: '1—3 月' })
  await expect(months.first()).toBeFocused()
  await away.last().press('Enter')
  await expect(page.getByRole('button', { name: '增加一条线' })).toBeFocused()
  await page.getByRole('button', { name: '放弃修改' }).click()

  // A line that contradicts the next one is not saved, and is told at once.
  const june = page.getByLabel('1—6 月预警线')
  await june.fill('75')
  await june.press('Enter')
  await expect(page.getByRole('alert')).toContainText('执行预警线应按月份先后排列')
  await expect(save).toBeDisabled()

  await june.fill('55')
  await june.press('Enter')
  await expect(rehearsal.getByRole('status')).toContainText(/\d+ 个项目变色/)
  const told = Number(/(\d+) 个项目变色/.exec((await rehearsal.getByRole('status').textContent()) ?? '')?.[1])
  const links = new Set(await rehearsal.getByRole('row').getByRole('link').allTextContents())
  expect(links.size).toBe(told)
  await expect(page.getByText('原为 40%')).toBeVisible()

  await save.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '保存' })).toBeDisabled()
  await dialog.getByLabel('意见（必填）').fill('按市局 5 月通知')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('第 1 次修改')).toBeVisible()
  await expect(rehearsal.getByRole('status')).toContainText('没有项目变色')

  await page.getByRole('button', { name: '用规则包原值' }).click()
  await expect(rehearsal.getByRole('status')).toContainText(`${told} 个项目变色`)
  await save.click()
  await dialog.getByLabel('意见（必填）').fill('通知已收回')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('第 2 次修改')).toBeVisible()
  await expect(june).toHaveValue('40')
})

test('the bureau’s own grades are rehearsed on the evaluations of the year, saved and marked', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/rules')
  const rehearsal = page.getByRole('region', { name: '试算' })
  await expect(rehearsal.getByRole('status')).toContainText('结果都不变')
  const excellent = page.getByLabel('优（分）')
  await excellent.fill('80')
  await excellent.press('Enter')
  await expect(page.getByRole('alert')).toContainText('优、良、中分数线应依次降低')
  await expect(page.getByRole('button', { name: '保存评价规则' })).toBeDisabled()
  await excellent.fill('86')
  await excellent.press('Enter')
  await expect(rehearsal.getByRole('row', { name: /农村公路日常养护.*评价等级.*良 → 优/ })).toBeVisible()
  await page.getByLabel('覆盖周期（年）').fill('3')
  await page.getByLabel('覆盖周期（年）').press('Enter')
  await expect(rehearsal.getByRole('status')).toContainText('评价覆盖有变化')
  await page.getByRole('button', { name: '保存评价规则' }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('按市局通知')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('第 1 次修改')).toBeVisible()
  await visit(page, 'evaluation/tasks')
  await expect(page.getByRole('row', { name: /农村公路日常养护/ })).toContainText('优')
  expect(app.complaints).toEqual([])
})

test('the plan of the year shows what is there and what is late, and is written out', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await page.getByRole('link', { name: '监控', exact: true }).click()
  await page.getByRole('link', { name: '年度计划' }).click()
  const plan = page.getByRole('table', { name: '年度监控计划' })
  await expect(plan.getByRole('row')).toHaveCount(13)
  await expect(plan.getByRole('row', { name: /1—7 月绩效监控/ })).toContainText(/已报 \d+ \/ \d+/)
  await expect(plan.getByRole('row', { name: /1—10 月绩效监控/ })).toContainText('未布置')
  await page.getByRole('button', { name: '导出工作计划' }).click()
  await expect(page.getByText(/已导出 2026年度绩效监控工作计划\.docx/)).toBeVisible()
  await page.getByRole('button', { name: '布置轮次' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /布置给 \d+ 个对象/ })
    .click()
  await page.getByRole('link', { name: '年度计划' }).click()
  await expect(plan.getByRole('row', { name: /1—10 月绩效监控/ })).toContainText(/已报 0 \/ \d+/)
  expect(app.complaints).toEqual([])
})
