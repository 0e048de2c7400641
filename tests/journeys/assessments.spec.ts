import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { wordText } from './word-text.ts'

test.use({ holds: 'demo' })

function section(page: Page, name: string) {
  return page.getByRole('region', { name })
}

async function score(page: Page, number: number, name: string, points: string): Promise<void> {
  const scores = section(page, '专家评分')
  await scores.getByRole('button', { name: '增加专家' }).click()
  await scores.getByLabel(`专家 ${number} 姓名`).fill(name)
  await scores.getByLabel(`专家 ${number} 姓名`).press('Enter')
  const sheet = scores.getByRole('grid', { name: '专家评分' })
  await expect(sheet.getByRole('columnheader', { name })).toBeVisible()
  await sheet
    .locator('tbody tr')
    .first()
    .locator('td')
    .nth(2 + number)
    .click()
  for (let row = 0; row < 20; row++) {
    await page.keyboard.type(points)
    await page.keyboard.press('Enter')
  }
  await scores.getByRole('button', { name: `提交${name}的评分` }).click()
  await expect(page.getByText(`${name}已提交评分。`)).toBeVisible()
}

test('a due project goes from the list to its conclusion, and the report is saved', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'assessments?group=unlisted')
  const grid = page.getByRole('grid', { name: '事前评估台账' })
  const name = (await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).innerText()).trim()
  await grid.getByRole('row').nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: '列入 1 个' }).click()
  await expect(page.getByText('已列入事前评估 1 个项目')).toBeVisible()
  await page.getByRole('tab', { name: /办理中/ }).click()
  await grid.getByRole('row', { name }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)

  await switchDuty(page, '支出管理')
  await page.getByRole('button', { name: '提出建议' }).click()
  const lacking = page.getByRole('dialog', { name: '还有没办完的事项' })
  await expect(lacking).toContainText('还没有填写初审意见。')
  await lacking.getByRole('button', { name: '去办第一项' }).click()
  const proposal = section(page, '初审与建议')
  await expect(proposal.getByLabel('初审意见')).toBeFocused()
  await proposal.getByLabel('初审意见').fill('新增项目，建议评估。')
  await proposal.getByLabel('评估（评审）建议').selectOption('both')
  await takeStep(page, '提出建议')
  await switchDuty(page, '预算')
  await takeStep(page, '会签', '同意')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '下达评估', '一并进行')
  await expect(page.getByText('等待投资评审办理')).toBeVisible()

  await switchDuty(page, '投资评审')
  await section(page, '资料清单').getByRole('button', { name: '缺失的全部标为已收到' }).click()
  const adder = section(page, '专家评分').getByRole('button', { name: '增加专家' })
  await adder.click()
  await section(page, '专家评分').getByRole('button', { name: /^移除/ }).press('Enter')
  await expect(adder).toBeFocused()
  await score(page, 1, '周明', '4.5')
  await score(page, 2, '吴晓梅', '3.9')
  await score(page, 3, '郑建国', '3.5')
  const scores = section(page, '专家评分')
  await refusesWhatIsNoMark(page)
  // (4.5 + 3.9 + 3.5) / 3 = 3.9666…, twenty times 3.97.
  await expect(scores).toContainText('合计 79.40 分，在 60 分与 80 分之间，应为“调整后支持”。')
  const analysis = section(page, '分析与结论')
  await analysis.getByLabel('评估结论').selectOption('support')
  await analysis.getByLabel(/建议金额/).fill('90')
  await analysis.getByLabel('评估编号').fill('南财评〔2026〕1号')
  await analysis.getByLabel('评估编号').press('Enter')
  await page.getByRole('button', { name: '提交报告' }).click()
  const tooGood = page.getByRole('dialog', { name: '还有没办完的事项' })
  await expect(tooGood).toContainText('应为“调整后支持”')
  await tooGood.getByRole('button', { name: '取消' }).click()
  await analysis.getByLabel('评估结论').selectOption('adjust')
  await takeStep(page, '提交报告')

  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '确认结论', '同意')
  await expect(page.getByRole('list', { name: '进度' })).toContainText('调整后支持')
  await page.getByRole('button', { name: '导出报告' }).click()
  await expect(page.getByText(/已导出 .*事前绩效评估报告\.docx/)).toBeVisible()
  const text = wordText(app.exportsDir)
  for (const part of [name, '周明', '79.40', '调整后支持', '90.00 万元', '南财评〔2026〕1号', '正式稿'])
    expect(text).toContain(part)

  await page.getByRole('button', { name: '返回台账' }).click()
  await page.getByRole('tab', { name: /已出结论/ }).click()
  await expect(grid.getByRole('row', { name })).toContainText('调整后支持')
  expect(app.complaints).toEqual([])
})

/** What is no mark stays in the cell; the expert is not taken away beside it, and the report waits for it. */
async function refusesWhatIsNoMark(page: Page): Promise<void> {
  const scores = section(page, '专家评分')
  await scores.getByRole('button', { name: '重新打开郑建国的评分' }).click()
  const cell = scores.getByRole('grid').locator('tbody tr').first().locator('td').nth(5)
  await cell.click()
  await page.keyboard.type('八十五')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-save=unread]')).toContainText('有 1 处看不懂，没有保存')
  for (const name of ['提交郑建国的评分', '增加专家', '提交报告']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByText('有 1 处看不懂，没有保存。请先改正。')).toBeVisible()
    await expect(cell).toContainText('八十五')
  }
  await page.keyboard.type('3.5')
  await page.keyboard.press('Enter')
  await scores.getByRole('button', { name: '提交郑建国的评分' }).click()
}

test('a duty sees what it may not write, and has no button for it', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'assessments?group=running')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  await expect(page).toHaveURL(/#\/assessments\/[0-9a-f-]{36}/)
  await switchDuty(page, '预算单位')
  // In the demo every duty reaches all units; what it may not do has no button.
  await expect(page.getByRole('button', { name: /下达评估|免予评估|提交报告/ })).toHaveCount(0)
  await expect(section(page, '初审与建议').getByLabel('初审意见')).toHaveAttribute('readonly', '')
})
