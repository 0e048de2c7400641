import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { read, utils, type WorkSheet, write } from 'xlsx'
import { type RunningApp, test } from './app.ts'
import { exportedSheet } from './exported-sheet.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'

test.use({ holds: 'demo' })

/** A form of the demo that nobody has filled in yet. */
const blank = '桥亭至贵民公路改建'

/** The ledger of the finished year, which the demo does not open with. */
async function openLedger(page: Page, app: RunningApp): Promise<void> {
  await openDemo(page, app)
  await visit(page, 'evaluation/self')
  await expect(page.getByText(/2026 年度还没有布置自评/)).toBeVisible()
  await page.getByRole('button', { name: '切换到 2025 年度' }).click()
  await expect(page.getByRole('grid', { name: '自评台账' })).toBeVisible()
}

async function openForm(page: Page, name: string): Promise<void> {
  await visit(page, 'evaluation/self')
  await page.getByLabel('查找自评表').fill(name)
  await page.getByRole('grid', { name: '自评台账' }).getByRole('row', { name }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

/** The form of a project as it is exported for the unit to fill in. */
async function exported(page: Page, app: RunningApp, project: string): Promise<WorkSheet> {
  await openForm(page, project)
  return exportedSheet(page, app, '导出自评表', project)
}

/** Rows of the province's sheet as the unit fills them in: every value of the target, and what became of the goal. */
function filledIn(sheet: WorkSheet): WorkSheet {
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
  const head = rows.findIndex((row) => row.includes('三级指标'))
  const goal = rows.findIndex((row) => row.includes('年度目标完成情况'))
  const filled = rows.map((row, index) => {
    if (index === goal + 1) return row.map((text, column) => (column === 7 ? '路面改建全部完工。' : text))
    const isIndicator = index > head && row[3] !== '' && row[5] !== ''
    return isIndicator ? row.map((text, column) => (column === 7 ? (row[5] ?? '') : text)) : row
  })
  return utils.aoa_to_sheet(filled)
}

test('a self-evaluation goes from the unit’s figures to the collected score', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openLedger(page, app)
  expect(await seriousFaults(page)).toEqual([])
  await expect(page.getByText(/2026年3月31日前报送.*■ 已逾期 \d+ 天，27 份未报/)).toBeVisible()
  await page.getByRole('button', { name: '导出催报函' }).click()
  await expect(page.getByText('已导出 2025年度绩效自评催报函.docx')).toBeVisible()
  await switchDuty(page, '预算单位')
  await expect(page.getByRole('button', { name: '导出催报函' })).toHaveCount(0)
  await openForm(page, blank)
  const score = page.getByRole('group', { name: '得分' })
  await expect(score).toContainText('6 项还没有得分')
  await page.getByRole('button', { name: '送审', exact: true }).click()
  const lacking = page.getByRole('dialog', { name: /处必须填写或改正/ })
  await expect(lacking).toContainText('没有填写完成值')
  await lacking.getByRole('button', { name: '去办第一项' }).click()
  await expect(lacking).toBeHidden()
  // The jump comes when the dialog has gone: whoever types before would type into the sheet.
  await expect(page.getByLabel('绩效指标自评，第 1 行，完成值：空')).toBeFocused()

  // What the treasury paid is there from the start; what is told otherwise is seen at once, and taken back in one press.
  const funds = page.getByRole('region', { name: '项目资金' })
  await expect(funds).toContainText('与填报一致')
  const paid = funds.getByLabel('其中：财政资金：全年执行数')
  const before = await paid.inputValue()
  await paid.fill('1')
  await paid.press('Tab')
  await expect(funds).toContainText('▲ 填报比国库少')
  await funds.getByRole('button', { name: '采用国库数' }).click()
  await expect(paid).toHaveValue(before)

  const sheet = page.getByRole('grid', { name: '绩效指标自评' })
  const targets = await sheet.locator('tbody tr td:nth-of-type(3)').allInnerTexts()
  // A whole column comes from Excel in one paste.
  const column = targets.map((target) => /-?\d+(\.\d+)?/.exec(target)?.[0] ?? target).join('\n')
  await sheet.locator('tbody tr').first().locator('td').nth(3).click()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, column)
  await expect(score).toContainText('● 优')
  await page.getByLabel(/年度目标完成情况/).fill('路面改建全部完工。')
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await expect(score).toContainText('● 没有缺项')
  const list = page.getByRole('list', { name: '各项得分' })
  await list.getByText('预算执行率').click()
  await expect(list).toContainText(/执行率 [\d.]+% × 10 分 = [\d.]+ 分/)
  await expect(list).toContainText('依据：项目支出绩效自评表（国家版）')
  expect(await seriousFaults(page)).toEqual([])

  await takeStep(page, '送审')
  await switchDuty(page, '支出管理')
  const department = page.getByRole('region', { name: '部门意见与说明' })
  await takeStep(page, '退回', '请补充验收资料')
  await switchDuty(page, '预算单位')
  await expect(page.getByText('退回意见：请补充验收资料')).toBeVisible()
  await takeStep(page, '送审')
  await department.getByLabel('部门意见').fill('情况属实')
  await department.getByLabel(/部门评分/).fill('90')
  await page.keyboard.press('Tab')
  await expect(department).toContainText('等级 优')
  await expect(score).toContainText('部门评分 90.00')
  await switchDuty(page, '支出管理')
  await takeStep(page, '通过')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '汇总')
  await expect(score).toContainText('已汇总，得分固定')

  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByRole('article')).toContainText('部门预算项目支出绩效自评表（2025 年度）')
  await expect(page.getByRole('article')).toContainText('情况属实')
})

/** 撤回布置 of one form on the ledger, undone; then on its own page, opened again, and the whole opening undone and done. */
async function withdrawAndOpen(page: Page): Promise<void> {
  const grid = page.getByRole('grid', { name: '自评台账' })
  const dialog = page.getByRole('dialog')
  await page.getByLabel('查找自评表').fill(blank)
  await grid.getByRole('row', { name: blank }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '撤回布置 1 份' }).click()
  await expect(dialog.getByRole('button', { name: '撤回布置' })).toBeDisabled()
  await dialog.getByLabel(/意见/).fill('项目不纳入本年自评。')
  await dialog.getByRole('button', { name: '撤回布置' }).click()
  await expect(page.getByText('没有符合筛选条件的自评表。')).toBeVisible()
  // The bar has gone with its button: the keyboard is on the ledger.
  await expect(grid).toBeFocused()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(grid.getByRole('row', { name: blank })).toBeVisible()

  await openForm(page, blank)
  await takeStep(page, '撤回布置', '布置有误。')
  await expect(grid).toBeVisible()
  await page.getByRole('button', { name: '布置自评' }).click()
  await dialog.getByRole('button', { name: '布置 1 份' }).click()
  await expect(page.getByText('已布置 1 份自评表')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销布置：1 份自评表都已撤回。')).toBeVisible()
  await page.getByRole('button', { name: '布置自评' }).click()
  await dialog.getByRole('button', { name: '布置 1 份' }).click()
  await expect(page.getByText('已布置 1 份自评表')).toBeVisible()
}

test('what was opened by mistake is taken back; filled forms are read, checked, written, and taken back', async ({
  page,
  app,
}) => {
  test.setTimeout(120_000)
  await openLedger(page, app)
  await withdrawAndOpen(page)
  const sheet = filledIn(await exported(page, app, blank))
  const folder = join(app.exportsDir, '报来')
  mkdirSync(folder, { recursive: true })
  const book = { SheetNames: ['自评'], Sheets: { 自评: sheet } }
  writeFileSync(join(folder, '公路 自评.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }))
  writeFileSync(join(folder, '坏的.xlsx'), 'PK没有传完')

  await visit(page, 'evaluation/self')
  await page.getByRole('button', { name: '导入自评表' }).click()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  const grid = page.getByRole('grid', { name: '核对' })
  await expect(grid.getByRole('row', { name: blank })).toContainText('● 填入')
  await expect(grid).toContainText('■ 不能写入')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '写入 1 份' }).click()
  await expect(page.getByText('写入完成：1 份自评表')).toBeVisible()
  await page.getByRole('button', { name: '撤销本次导入' }).click()
  await expect(page.getByText('已撤销：自评表恢复到这次导入之前。')).toBeVisible()
  await openForm(page, blank)
  await expect(page.getByLabel(/年度目标完成情况/)).toHaveValue('')
  // Somebody has been at it: the form stays.
  await page.getByRole('button', { name: '撤回布置', exact: true }).click()
  await expect(page.getByText('单位已经开始填报，不能撤回布置，没有改动。')).toBeVisible()
})

test('doubts are ranked with their sentences, exported, and answered by the unit', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openLedger(page, app)
  await visit(page, 'evaluation/credibility')
  const grid = page.getByRole('grid', { name: '自评可信度清单' })
  await expect(page.locator('[data-examined=done]')).toBeVisible()
  await expect(grid.getByRole('row').nth(1)).toContainText('■ 疑点多')
  const panel = page.getByRole('complementary', { name: '疑点' })
  await grid.getByRole('row', { name: '河湖管护和巡河保洁' }).click()
  await expect(panel).toContainText('跨单位文字雷同')
  await panel
    .getByText(/对照 \d+ 处原文/)
    .first()
    .click()
  await expect(panel.locator('mark').first()).toContainText('项目实施取得了显著的经济效益和社会效益')
  expect(await seriousFaults(page)).toEqual([])
  await panel.getByLabel(/单位对疑点的说明/).fill('由同一中介代写，已改正。')
  await page.keyboard.press('Tab')
  await expect(page.getByText('已作说明 1 份')).toBeVisible()
  await page.getByRole('button', { name: /导出疑点清单/ }).click()
  await expect(page.getByText(/已导出 2025年度绩效自评疑点清单.*\.xlsx/)).toBeVisible()
  const name = readdirSync(app.exportsDir).find((each) => each.includes('疑点清单')) ?? ''
  const book = read(readFileSync(join(app.exportsDir, name)))
  const lines = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
  expect(lines.some((line) => line.includes('由同一中介代写，已改正。'))).toBe(true)
})
