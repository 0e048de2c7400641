import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { stateNow, takeStep } from './take-step.ts'

test.use({ holds: 'demo' })

test('what is not credible is found, picked, checked on the spot, explained and taken over', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await switchDuty(page, '监督检查')
  await visit(page, 'monitoring/screening')
  const grid = page.getByRole('grid', { name: '筛查清单' })
  const panel = page.getByRole('complementary', { name: '筛查结果' })

  // The sum of the risk can be read, and copied text stands in both its places.
  await page.getByRole('button', { name: '问题：全部' }).click()
  await page.getByRole('menuitem', { name: '跨单位文字雷同' }).click()
  await page.getByLabel('查找监控表').fill('易涝点')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await expect(panel.getByRole('region', { name: '风险分' })).toContainText('跨单位文字雷同1 处 × 8 分8')
  await panel.getByText('对照 4 处原文').click()
  await expect(panel.locator('mark')).toHaveCount(4)
  await expect(panel.getByRole('link', { name: '小型水库除险加固' })).toBeVisible()

  // By hand, with a reason.
  await grid.getByLabel('选择 县城易涝点整治').check()
  await page.getByRole('button', { name: '抽取核查' }).click()
  const dialog = page.getByRole('dialog', { name: '抽取核查对象' })
  await dialog.getByRole('button', { name: '抽取 1 份' }).click()
  await expect(dialog).toContainText('指定核查须写明原因。')
  await dialog.getByLabel('指定原因').fill('三家单位写了同一句话')
  await dialog.getByRole('button', { name: '抽取 1 份' }).click()
  await expect(page.getByText('已抽取 1 份，记录已保存。')).toBeVisible()
  const ledger = page.getByRole('grid', { name: '重点核查台账' })
  await expect(ledger.getByRole('row')).toHaveCount(2)

  // By chance: the record is computed again.
  await page.getByRole('link', { name: '筛查和抽取' }).click()
  await page.getByRole('button', { name: '抽取核查' }).click()
  await dialog.getByLabel(/随机抽取/).check()
  await dialog.getByLabel('单位').selectOption('%')
  await dialog.getByLabel('抽取数量').fill('10')
  await dialog.getByRole('button', { name: /抽取 \d+ 份/ }).click()
  await expect(page.getByText(/已抽取 \d+ 份/)).toBeVisible()
  await page.getByRole('tab', { name: /抽取记录/ }).click()
  await expect(page.getByRole('region', { name: '抽取结果' })).toContainText('种子')
  await page.getByRole('button', { name: '复核' }).click()
  await expect(page.getByText(/复核一致/)).toBeVisible()

  // On the spot.
  await page
    .getByRole('button', { name: /^指定 1 份.*1—7 月绩效监控/ })
    .first()
    .click()
  await page.getByRole('link', { name: '县城易涝点整治' }).click()
  await expect(stateNow(page)).toContainText('待核查')
  await takeStep(page, '开始核查')
  await page.getByRole('button', { name: '完成记录' }).click()
  const lacking = page.getByRole('dialog', { name: /处必须填写/ })
  await expect(lacking).toContainText('还没有核查任何事项。')
  await lacking.getByRole('button', { name: '去办第一项' }).click()
  await expect(page.getByLabel('核查日期')).toBeFocused()
  await page.keyboard.type('2026/9/8')
  await page.getByLabel('核查地点').fill('县城南门')
  await page.getByLabel('核查人员').fill('赵强、周敏')
  const table = page.getByRole('table', { name: '核查事项' })
  const line = table.getByRole('row').nth(3)
  const subject = (await line.getByRole('cell').first().innerText()).trim()
  await line.getByLabel(`${subject}：核实`).fill('0')
  await line.getByLabel(`${subject}：结论`).selectOption('不实')
  await line.getByLabel(`${subject}：情况说明`).fill('现场没有开工。')
  // A line of one's own that is not wanted after all, taken away by the keyboard; the finding that goes
  // as the words are handed over does not move the button from under the pointer.
  await page.getByRole('button', { name: '增加事项' }).click()
  await table.getByRole('button', { name: /^删除/ }).press('Enter')
  await expect(page.getByRole('button', { name: '增加事项' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: `${subject}：佐证 0 个` }).click()
  await page
    .getByLabel(`${subject}：佐证文件`)
    .setInputFiles({ name: '现场.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await expect(page.getByRole('button', { name: `${subject}：佐证 1 个` })).toBeVisible()
  await page.getByRole('button', { name: '其余都属实' }).click()
  await expect(page.getByLabel('核查日期')).toHaveValue('2026-09-08')
  await page.getByRole('button', { name: '采用' }).click()
  await expect(page.getByLabel('核查结论')).toHaveValue('false')
  await page.getByLabel('处理建议').fill('责成更正数据。')
  await page.getByRole('textbox', { name: '核查情况' }).fill('查看现场 2 处。')
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await takeStep(page, '完成记录')
  await takeStep(page, '征求单位说明')
  await expect(page.getByText('等待预算单位办理')).toBeVisible()

  await switchDuty(page, '预算单位')
  await page.getByRole('button', { name: '提交说明', exact: true }).click()
  const explaining = page.getByRole('dialog')
  await explaining.getByRole('button', { name: '台账登记滞后，已补正。' }).click()
  await explaining.getByRole('button', { name: '提交说明', exact: true }).click()
  await expect(page.getByRole('region', { name: '单位说明' })).toContainText('台账登记滞后，已补正。')
  await switchDuty(page, '监督检查')
  await takeStep(page, '提交绩效科')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '接收')
  await expect(stateNow(page)).toContainText('已接收')
  await page.getByRole('button', { name: '打印底稿' }).click()
  const paper = page.getByRole('region', { name: '打印预览' })
  for (const text of ['绩效监控核查工作底稿', '三家单位写了同一句话', '现场没有开工。', '1 件：现场.pdf'])
    await expect(paper).toContainText(text)
  expect(app.complaints).toEqual([])
})

test('a unit learns of a check when it begins, and never of the screening', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '预算单位')
  await visit(page, 'monitoring/checks')
  const ledger = page.getByRole('grid', { name: '重点核查台账' })
  await expect(ledger.getByRole('row')).toHaveCount(7)
  await expect(ledger.getByText('待核查')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /抽取记录/ })).toHaveCount(0)
  await visit(page, 'monitoring/screening')
  await expect(page.getByRole('grid', { name: '筛查清单' })).toHaveCount(0)
})
