import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { expect as patient } from './patient.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

test('the home page tells where the year is, and every number opens its rows', async ({ page, app }) => {
  await openDemo(page, app)
  const year = page.getByRole('region', { name: '年度日程' })
  await expect(year.getByRole('listitem')).toHaveCount(12)
  await expect(year.getByText('结果应用')).toBeVisible()
  await expect(
    page.getByRole('region', { name: '预警' }).getByRole('link', { name: /预警 \d+/ }),
  ).toBeVisible()
  const main = page.locator('main')
  const widths = await main.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])
  expect(widths[0]).toBe(widths[1])
  expect(await seriousFaults(page)).toEqual([])
  const deadline = page
    .getByRole('list', { name: '期限清单' })
    .getByRole('button', { name: /监控处置/ })
    .first()
  await deadline.click()
  await expect(page).toHaveURL(/#\/disposals\/[0-9a-f-]{36}/)
  await page.goBack()
  const figures = page.getByRole('region', { name: '目标状态' })
  const text = await figures.getByRole('link', { name: /^已批复/ }).innerText()
  const count = /[\d,]+/.exec(text)?.[0] ?? ''
  await figures.getByRole('link', { name: /^已批复/ }).click()
  await expect(page.getByText(`共 ${count} 项，已选 0 项`)).toBeVisible()
  await expect(page).toHaveURL(/status=approved/)
  expect(app.complaints).toEqual([])
})

test('filters live in the address, and pinyin initials find a goal', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals?status=draft')
  const status = page.getByRole('status')
  await expect(page.getByRole('button', { name: '状态：草稿' })).toBeVisible()
  await expect(status).toContainText('已选 0 项')
  const drafts = await status.innerText()
  await page.getByRole('button', { name: '取消筛选：状态' }).click()
  await expect(status).not.toHaveText(drafts)
  const all = await status.innerText()
  const grid = page.getByRole('grid', { name: '目标台账' })
  const name = await grid.locator('[role=row]').nth(1).locator('[role=gridcell]').nth(1).innerText()

  await page.keyboard.press('/')
  await expect(page.getByLabel('查找目标')).toBeFocused()
  await page.keyboard.insertText(name)
  await expect(status).not.toHaveText(all)
  await page.reload()
  await expect(page.getByLabel('查找目标')).toHaveValue(name)
  await expect(grid).toContainText(name)
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await expect(status).toHaveText(all)
})

test('moves by keyboard, selects, opens with Enter and leaves with Esc', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals')
  const grid = page.getByRole('grid', { name: '目标台账' })
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(page.getByRole('status')).toContainText('已选 1 项')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status')).toContainText('已选 0 项')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/goals\/[0-9a-f-]{36}/)
  // Back from the record, the keyboard stands on its row; behind a link of the menu the first arrow goes into the list.
  await page.goBack()
  await expect(grid.locator('[data-here=true]')).toHaveAttribute('aria-rowindex', '3')
  await page.keyboard.press('ArrowDown')
  await expect(grid.locator('[data-here=true]')).toHaveAttribute('aria-rowindex', '4')
  await page.getByRole('link', { name: '监控', exact: true }).click()
  await page.getByRole('link', { name: '监控台账', exact: true }).click()
  const forms = page.getByRole('grid', { name: '监控台账' })
  await expect(forms).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(forms).toBeFocused()
})

test('a name that is searched and opened in one go opens that goal, however slow the machine', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'goals')
  const grid = page.getByRole('grid', { name: '目标台账' })
  await grid.focus()
  await page.keyboard.press('End')
  const name = await grid.locator('[data-here=true] [role=gridcell]').nth(1).innerText()
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.keyboard.press('/')
  await expect(page.getByLabel('查找目标')).toBeFocused()
  // Nobody waits for the list: the text, out of the field, the first row, open.
  await Promise.all([
    page.keyboard.insertText(name),
    page.keyboard.press('Enter'),
    page.keyboard.press('Home'),
    page.keyboard.press('Enter'),
  ])
  await patient(page).toHaveURL(/#\/goals\/[0-9a-f-]{36}/)
  await patient(page.getByRole('heading', { level: 1 })).toHaveText(`绩效目标 › ${name}`)
  expect(app.complaints).toEqual([])

  // What is chosen in one go stands together in the address: the second choice takes nothing of the first back.
  await visit(page, 'disposals?group=proposed')
  await page.getByRole('tab', { name: /待整改/ }).click()
  await page.getByLabel('查找处置').fill('养护')
  await expect(page).toHaveURL(/group=acting/)
  await expect(page).toHaveURL(/search=/)

  // In every ledger / goes to the search, and Enter from it to the list.
  await page.keyboard.press('Enter')
  await patient(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('/')
  await patient(page.getByLabel('查找处置')).toBeFocused()
})

test('drafts are deleted in bulk and brought back', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals?status=draft')
  const status = page.getByRole('status')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const before = await status.innerText()
  await page.getByLabel('选择筛选出的全部').click()
  await page.getByRole('toolbar').getByRole('button', { name: /^删除/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^删除 \d+ 个目标/ })
    .click()
  await expect(status).toHaveText('共 0 项，已选 0 项')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(status).toHaveText(before)
})

test('exports one folder a unit and a ledger of what is filtered', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals?status=approved')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /^申报表（四川格式）/ }).click()
  await expect(page.getByText(/已导出 \d+ 份申报表/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /^目标汇总表/ }).click()
  await expect(page.getByText(/已导出 .*汇总表/)).toBeVisible({ timeout: 30_000 })
  const files = readdirSync(app.exportsDir, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.includes('申报表.xlsx')).length).toBeGreaterThan(1)
  expect(files.some((file) => file.includes('汇总表'))).toBe(true)
  expect(app.complaints).toEqual([])
})

test('keeps the choice of columns', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals')
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: '项目代码' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: '项目代码' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: '项目代码' })).toBeVisible()
})

test('Ctrl+K finds by name, code and initials, never by half a word, and opens with Enter', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '搜索' })
  const options = page.getByRole('option')
  await expect(field).toBeFocused()
  await page.keyboard.type('ncgl')
  await expect(options.filter({ hasText: '农村公路' })).toHaveCount(2)
  expect(await seriousFaults(page)).toEqual([])

  // An input method composes: nothing is searched and Enter takes the candidate alone.
  await field.fill('')
  await expect(options).toHaveCount(0)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'kan', selectionStart: 3, selectionEnd: 3 })
  await expect(field).toHaveValue('kan')
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await expect(options).toHaveCount(0)
  await expect(field).toBeFocused()
  await session.send('Input.insertText', { text: '看板' })
  await expect(options.first()).toContainText('看板')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/dashboard$/)
  await expect(field).toBeHidden()

  await page.keyboard.press('Control+k')
  // By what comes of it, and by its own name.
  await page.keyboard.type('cbh')
  await expect(options.filter({ hasText: '催报函' })).toHaveCount(3)
  await field.fill('cbjkb')
  await expect(options.first()).toContainText('催报监控表')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '导出催报函' })).toBeVisible()

  // What has a dialog opens it.
  for (const asked of ['布置监控轮次', '布置自评', '冻结看板']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(asked)
    await expect(options.first()).toContainText(asked)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: asked })
    await dialog.getByRole('button', { name: '取消' }).click()
    await expect(dialog).toBeHidden()
  }

  await page.getByRole('banner').getByRole('button', { name: /搜索/ }).click()
  await page.keyboard.type('局')
  const projects = page.getByRole('group', { name: /^项目/ })
  await projects.getByRole('option', { name: /^更多/ }).click()
  await expect(projects.getByRole('option', { name: /^更多/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  expect(app.complaints).toEqual([])
})
