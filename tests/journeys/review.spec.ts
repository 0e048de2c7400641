import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

/** 待办 of the lane as its head says. */
async function waiting(page: Page): Promise<number> {
  const text = await page.getByText(/已办 \d+ \/ \d+，待办 \d+ 个/).innerText()
  return Number(/待办 (\d+) 个/.exec(text)?.[1])
}

test('a reviewer goes through 100 goals by keyboard alone @soak', async ({ page, app }) => {
  test.setTimeout(240_000)
  await openDemo(page, app)
  await switchDuty(page, '支出管理')
  const todo = page.getByRole('listitem').filter({ hasText: '目标待初审' })
  await todo.getByRole('button', { name: '审核', exact: true }).press('Enter')
  const first = await waiting(page)
  expect(first).toBeGreaterThanOrEqual(40)

  await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
  // One is returned with words of its own, one with a comment at a field, the rest passes.
  await page.keyboard.press('r')
  await page.keyboard.type('效益指标请量化。')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => waiting(page)).toBe(first - 1)
  await expect(page.getByRole('toolbar', { name: '审核' })).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('请写明服务对象。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已批注')).toBeVisible()
  await page.keyboard.press('Escape')
  for (let left = first - 1; left > 0; left--) {
    await page.getByRole('heading', { level: 2 }).waitFor()
    await page.keyboard.press('p')
    await expect.poll(() => waiting(page).catch(() => 0)).toBe(left - 1)
  }
  await expect(page.getByText('没有等待“支出管理”审核的目标')).toBeVisible()

  await switchDuty(page, '监督与绩效管理')
  await visit(page, 'goals/review')
  await page.getByRole('toolbar', { name: '审核' }).waitFor()
  const second = await waiting(page)
  expect(first + second).toBeGreaterThanOrEqual(100)
  let name = ''
  for (let left = second; left > Math.max(0, second - (100 - first)); left--) {
    const heading = page.getByRole('heading', { level: 2 })
    await expect(heading).not.toHaveText(name)
    name = await heading.innerText()
    await page.keyboard.press('1')
    await expect(page.getByRole('radio', { name: '优' }).last()).toBeChecked()
    await page.keyboard.press('p')
    const refused = page.getByText('还有规则不允许进入预算')
    await expect
      .poll(async () => (await refused.isVisible()) || (await waiting(page).catch(() => 0)) < left)
      .toBe(true)
    if (await refused.isVisible()) {
      // What needs a pre-assessment first goes back with the reason.
      await page.keyboard.press('r')
      await page.keyboard.type('请先完成事前绩效评估。')
      await page.keyboard.press('Control+Enter')
    }
    await expect.poll(() => waiting(page).catch(() => 0)).toBe(left - 1)
  }
  expect(app.complaints).toEqual([])
})

test('what a reviewer wrote at a field stands at that field for the unit, and is answered there', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await switchDuty(page, '支出管理')
  await visit(page, 'goals/review')
  await page.getByRole('toolbar', { name: '审核' }).waitFor()
  const name = await page.getByRole('heading', { level: 2 }).innerText()
  const panel = page.getByRole('complementary', { name: '审核意见' })
  await panel.getByLabel('批注于').selectOption({ label: '资金总额' })
  await panel.getByLabel('批注', { exact: true }).fill('请附测算依据。')
  // What is written and not added is not lost by the step.
  await page.getByRole('button', { name: '退回 R' }).click()
  await expect(page.getByText('批注写了还没有添加。')).toBeVisible()
  await expect(panel.getByLabel('批注', { exact: true })).toBeFocused()
  await panel.getByRole('button', { name: '添加批注' }).click()
  await expect(panel.getByLabel('批注', { exact: true })).toBeFocused()
  await expect(page.getByRole('region', { name }).getByText('请附测算依据。')).toBeVisible()
  await page.getByRole('button', { name: '退回 R' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '效益指标过于笼统，请细化、量化。' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await expect(page.getByText(`退回：${name}`)).toBeVisible()

  await switchDuty(page, '预算单位')
  await visit(page, 'goals?status=returned')
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('退回意见：')).toBeVisible()
  await expect(page.locator('[data-field=total]')).toContainText('请附测算依据。')
  await page.getByRole('tab', { name: '审核' }).click()
  await page.getByLabel('答复').fill('已附测算表。')
  await page.getByRole('button', { name: '返回台账' }).click()
  await page.getByRole('dialog', { name: '写好的意见还没有交' }).getByRole('button', { name: '取消' }).click()
  await expect(page.getByLabel('答复')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('● 已答复')).toBeVisible()
  await expect(page.getByRole('button', { name: '初审通过' })).toBeHidden()
})

test('a meeting decides goal by goal and prints its minutes', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals/meetings')
  await page.getByRole('button', { name: '召开会审' }).click()
  await expect(page.getByRole('status')).toContainText('已定 0 个')
  const passed = await page.getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('1')
  await expect(page.getByRole('radio', { name: '优' }).last()).toBeChecked()
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('已定 1 个，会审通过 1')
  await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(passed)
  const refused = await page.getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('x')
  await page.keyboard.type('与职能不符。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status')).toContainText('不通过 1')
  await page.getByRole('button', { name: '散会，看纪要' }).click()
  await page.getByLabel('主持人').fill('李局长')
  await page.getByLabel('主持人').press('Tab')
  const table = page.getByRole('table', { name: '审议决定' })
  await expect(table.getByRole('row').nth(1)).toContainText(passed)
  await expect(table.getByRole('row').nth(2)).toContainText(refused)
  await expect(table.getByRole('row').nth(2)).toContainText('与职能不符。')
  await expect(page.getByText('主 持 人：李局长')).toBeVisible()
})

test('what is clean is passed together and can be taken back', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '支出管理')
  await visit(page, 'goals/review')
  await page.getByRole('toolbar', { name: '审核' }).waitFor()
  const before = await waiting(page)
  await page.getByRole('button', { name: /^批量初审通过/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^初审通过/ })
    .click()
  await expect(page.getByText(/已初审通过 \d+ 个目标/)).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => waiting(page)).toBe(before)
})

test('each 待办 opens exactly what it counts', async ({ page, app }) => {
  await openDemo(page, app)
  const list = page.getByRole('region', { name: '待办' })
  const waitingFor = list.getByRole('listitem').filter({ hasText: '事前评估待统筹' })
  const count = Number(await waitingFor.locator('span').first().innerText())
  await waitingFor.getByRole('button').click()
  await expect(page.getByRole('grid', { name: /事前评估/ })).toBeVisible()
  await expect(page.getByText(`共 ${count} 项，已选 0 项`)).toBeVisible()
  await visit(page, '')
  const own = list.getByRole('listitem').filter({ hasText: '目标草稿' })
  const drafts = Number(await own.locator('span').first().innerText())
  await own.getByRole('button', { name: '切换并填报' }).click()
  await expect(page.getByText(`共 ${drafts} 项，已选 0 项`)).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('预算单位')
})
