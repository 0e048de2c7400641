import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

/** The dialog of a step is answered with its own word. */
async function confirm(page: Page, verb: string, opinion = ''): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (opinion !== '') await dialog.getByLabel(/意见/).fill(opinion)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toBeHidden()
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

function wordFile(folder: string, ending: string): string {
  const [file = ''] = readdirSync(folder).filter((each) => each.endsWith(ending))
  const parts = unzipSync(new Uint8Array(readFileSync(join(folder, file))))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

const step = (page: Page) => page.getByRole('list', { name: '进度' }).locator('[aria-current=step]')

test('a warning is proposed, decided, written, answered, reviewed and closed', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'monitoring')
  await page.getByRole('link', { name: '监控处置' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('处置台账')
  const pending = page.getByRole('tab', { name: /待决定/ })
  const before = Number(/\d+/.exec((await pending.textContent()) ?? '')?.[0])

  await page.getByRole('button', { name: '提出处置' }).click()
  const dialog = page.getByRole('dialog', { name: '提出处置建议' })
  await expect(dialog.getByText(/已勾选 \d+ 个/)).toBeVisible()
  expect.soft(await seriousFaults(page), 'proposals').toEqual([])
  const rows = dialog.getByRole('grid', { name: '处置建议' }).getByRole('row')
  const name = (await rows.nth(1).getByRole('gridcell').nth(1).innerText()).trim()
  await dialog.getByLabel('选择筛选出的全部').uncheck()
  await dialog.getByLabel(`选择 ${name}`, { exact: true }).check()
  await dialog.getByLabel(`${name}的处置措施`).selectOption('hasten')
  await dialog.getByRole('button', { name: '提出 1 项' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('tab', { name: `待决定 ${before + 1}` })).toBeVisible()

  await page.getByRole('grid', { name: '处置台账' }).getByRole('row', { name }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  const causes = page.getByRole('region', { name: '处置原因' })
  await causes.locator('summary').first().click()
  await expect(causes).toContainText('依据：')
  const decision = page.getByRole('region', { name: '处置意见' })
  await expect(decision.getByLabel('处置措施')).toHaveValue('hasten')
  await decision.getByLabel(/处置要求/).fill('请于年底前支付到 80%。')
  await decision.getByLabel('发文字号').fill('南财绩函〔2026〕88号')
  await decision.getByLabel('发文字号').press('Enter')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await confirm(page, '下达处置')
  await expect(step(page)).toContainText('待整改')
  await expect(page.getByText(/剩 10 个工作日/)).toBeVisible()
  await page.getByRole('button', { name: /^导出督办函/ }).click()
  await expect(page.getByText(/已导出 .*督办函\.docx/)).toBeVisible()
  const letter = wordFile(app.exportsDir, '督办函.docx')
  for (const part of [name, '请于年底前支付到 80%。', '南财绩函〔2026〕88号', '10个工作日内'])
    expect(letter).toContain(part)

  await switchDuty(page, '预算单位')
  const answer = page.getByRole('region', { name: '整改情况' })
  await page.getByRole('button', { name: '报送整改' }).click()
  await expect(answer.getByText('请填写整改情况。')).toBeVisible()
  await answer.getByLabel('处理方式').selectOption('继续执行')
  await answer.getByLabel(/^整改情况/).fill('已重新安排工期，每半月调度一次。')
  await answer.getByLabel('整改佐证资料').setInputFiles({
    name: '支付凭证.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('凭证'),
  })
  await expect(answer.getByText('支付凭证.txt')).toBeVisible()
  expect.soft(await seriousFaults(page), 'document').toEqual([])
  await confirm(page, '报送整改')
  await expect(step(page)).toContainText('待审核')
  await switchDuty(page, '支出科室')
  await confirm(page, '退回', '请附支付凭证。')
  await expect(page.getByText('退回意见：请附支付凭证。')).toBeVisible()
  await switchDuty(page, '预算单位')
  await confirm(page, '报送整改')
  await switchDuty(page, '支出科室')
  await confirm(page, '审核通过')
  await switchDuty(page, '监督与绩效管理')
  await confirm(page, '销号', '已按要求整改到位。')
  await expect(step(page)).toContainText('已销号')
  await expect(page.getByRole('complementary', { name: '过程与帮助' })).toContainText('已按要求整改到位。')
  expect(app.complaints).toEqual([])
})

test('what is late is listed and suspended by a person; many are decided with numbered letters', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'disposals?group=overdue')
  const grid = page.getByRole('grid', { name: '处置台账' })
  const late = grid.getByRole('row').nth(1)
  await expect(late).toContainText(/■ 超 \d+ 天/)
  const name = (await late.getByRole('gridcell').nth(1).innerText()).trim()
  await grid.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: /^改为暂停 \d+ 项$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '逾期未报送整改情况。' }).click()
  await dialog.getByRole('button', { name: '改为暂停', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('tab', { name: '已逾期 0' })).toBeVisible()
  await page.getByRole('tab', { name: /待整改/ }).click()
  await grid.getByRole('row', { name }).dblclick()
  await expect(page.getByRole('region', { name: '处置原因' })).toContainText('还没有报送整改情况')
  await expect(page.getByLabel('处置措施')).toHaveValue('suspend')
  await expect(page.getByText('变更原因：逾期未报送整改情况。')).toBeVisible()

  await visit(page, 'disposals?group=proposed')
  await grid.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: /^下达处置 \d+ 项$/ }).click()
  const deciding = page.getByRole('dialog')
  await deciding.getByLabel(/第一份文书的发文字号/).fill('南财绩函〔2026〕30号')
  await expect(deciding.getByText(/共 \d+ 份文书/)).toBeVisible()
  await deciding.getByRole('button', { name: /^下达 \d+ 项$/ }).click()
  await expect(deciding).toBeHidden()
  await expect(page.getByRole('tab', { name: '待决定 0' })).toBeVisible()
  await page.getByRole('tab', { name: /待整改/ }).click()
  await page.getByLabel('查找处置').fill('〔2026〕3')
  await expect(grid.getByText('南财绩函〔2026〕30号')).toBeVisible()
  await expect(grid.getByText('南财绩函〔2026〕31号')).toBeVisible()
  await grid.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: /^导出文书 \d+ 项$/ }).click()
  await expect(page.getByText(/已导出 .*处置文书/)).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('调整预算 leads to 目标调整, and its state is seen on the disposal', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'disposals?measure=adjust&state=issued')
  await page.getByRole('grid', { name: '处置台账' }).getByRole('row').nth(1).dblclick()
  const part = page.getByRole('region', { name: '目标调整' })
  await expect(part).toContainText('还没有申请目标调整。')
  const address = new URL(page.url()).hash.slice(2)
  await part.getByRole('button', { name: '申请目标调整' }).click()
  await expect(page).toHaveURL(/#\/goals\/adjustments\//)
  await visit(page, address)
  await expect(part).toContainText('第 1 次调整')
  await expect(part).toContainText('草稿')
  await expect(part.getByRole('button', { name: '申请目标调整' })).toHaveCount(0)
  expect(app.complaints).toEqual([])
})

test('the calendar of a year is kept, and deadlines are counted by it', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'settings/calendar?year=2026')
  await expect(page.getByLabel('2026-10-10 调休上班')).toBeVisible()
  const year = new Date().getFullYear() + 1
  await visit(page, `settings/calendar?year=${year}`)
  await expect(page.getByRole('note').filter({ hasText: `${year} 年还没有放假安排` })).toBeVisible()
  await page.getByLabel('依据').fill('国务院办公厅通知')
  await page
    .getByLabel(new RegExp(`^${year}-10-0[1-7] 上班$`))
    .first()
    .click()
  await expect(page.getByText('▲ 有改动，还没有保存')).toBeVisible()
  await page.getByRole('button', { name: '保存日历' }).click()
  await expect(page.getByText(`已保存 ${year} 年工作日历。`, { exact: false })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '放假 1 天' })).toBeVisible()
  await expect(page.getByRole('note').filter({ hasText: '还没有放假安排' })).toHaveCount(0)
  await switchDuty(page, '预算单位')
  await expect(page.getByRole('button', { name: '保存日历' })).toHaveCount(0)
  expect(app.complaints).toEqual([])
})
