import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { utils, write } from 'xlsx'
import { test } from './app.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

type Row = (string | number | null)[]

const head = ['预算单位', '项目编码', '项目名称', '资金性质', '年初预算数', '调整后预算数', '累计支出数']

/** November of the treasury as it leaves its system, with what goes wrong in such a table. */
const november: Row[] = [
  ['南江县2026年预算执行情况表'],
  [null, null, null, null, null, null, '单位：元'],
  head,
  ['县交通运输局', '', '农村公路日常养护', '一般公共预算（本级）', 3_200_000, 3_200_000, 2_900_000],
  ['县教育局', '', '义务教育薄弱学校改造', '一般公共预算（本级）', 500_000, 500_000, 400_000],
  ['县教育局', '', '中小学教师培训费', '一般公共预算（本级）', 600_000, 600_000, 510_000.25],
  ['县教育局', '', '中小学教师培训费', '一般公共预算（本级）', 600_000, 600_000, 510_000.25],
  ['县教育局', '', '学生奶采购', '一般公共预算（本级）', 100_000, 100_000, '见明细'],
  ['合计', null, null, null, 5_000_000, 5_000_000, 4_000_000],
]

function file(folder: string, name: string, rows: Row[]): void {
  const sheet = utils.aoa_to_sheet(rows)
  const book = { SheetNames: ['执行'], Sheets: { 执行: sheet } }
  writeFileSync(join(folder, name), write(book, { type: 'buffer', bookType: 'xlsx' }))
}

test('the treasury is read, mapped once, matched by hand, reconciled, written, and taken back', async ({
  page,
  app,
}) => {
  const folder = join(app.exportsDir, '国库')
  mkdirSync(folder, { recursive: true })
  file(folder, '国库执行表.xlsx', november)
  await openDemo(page, app)
  await visit(page, 'execution')
  await expect(page.getByRole('tab', { name: '台账（2 项待对应）' })).toBeVisible()

  await page.getByRole('link', { name: '导入国库台账' }).click()
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles(join(folder, '国库执行表.xlsx'))
  await expect(page.getByText('请选定数据截至的月份。')).toBeVisible()
  await expect(page.getByLabel('“累计支出数”读作')).toHaveValue('paid')
  await page.getByLabel(/数据截至$/).selectOption('11')
  await expect(page.getByText(/照此读出 5 行，支出合计/)).toBeVisible()
  await page.getByRole('button', { name: '下一步' }).click()

  const table = page.getByRole('grid', { name: '核对' })
  const groups = page.getByRole('group', { name: '按结果筛选' })
  await expect(groups.getByRole('button', { name: '有误 1' })).toBeVisible()
  await expect(groups.getByRole('button', { name: '重复 1' })).toBeVisible()
  await groups.getByRole('button', { name: '有误' }).click()
  await expect(table.getByText(/支出“见明细”不是金额/)).toBeVisible()
  await groups.getByRole('button', { name: '全部' }).click()

  await page.getByRole('button', { name: /对账/ }).click()
  await expect(page.getByText(/“合计”的支出 400 万元|“合计”的支出 400.00 万元/)).toBeVisible()
  await page.getByRole('button', { name: /对账/ }).click()

  await table.getByRole('row', { name: /义务教育薄弱学校改造/ }).click()
  const panel = page.getByRole('complementary', { name: '所选行的详情' })
  await panel.getByLabel('查找其他项目').fill('营养改善')
  await panel.getByLabel('查找其他项目').press('Tab')
  await panel
    .getByRole('radio', { name: /营养改善/ })
    .first()
    .check()
  await expect(panel.getByRole('radio', { name: /营养改善/ }).first()).toBeChecked()

  await page.getByRole('button', { name: /^写入/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '写入完成：11 月国库台账' })).toBeVisible()
  await page.getByRole('link', { name: '去预算执行' }).click()
  await expect(page.getByText('数据截至：11 月')).toBeVisible()
  await page.getByLabel('查找预算执行').fill('营养改善')
  await expect(page.getByRole('complementary', { name: '所选项目的执行情况' })).toContainText('人工指定')

  // Another month is laid out alike: nothing is asked again, the month stands in the file's name.
  file(folder, '国库执行表2026年12月.xlsx', november.slice(0, 4))
  await visit(page, 'execution/import')
  await page
    .getByLabel('要导入的文件', { exact: true })
    .setInputFiles(join(folder, '国库执行表2026年12月.xlsx'))
  await expect(page.getByRole('button', { name: /^写入/ })).toBeVisible()
  await page.getByRole('button', { name: '返回识别' }).click()
  await expect(page.getByLabel(/数据截至$/)).toHaveValue('12')

  await visit(page, 'execution?tab=imports')
  const records = page.getByRole('table', { name: '导入记录' })
  await records
    .getByRole('row', { name: /11 月国库台账/ })
    .getByRole('button', { name: '撤销' })
    .click()
  await page.getByRole('button', { name: /^撤销 \d+ 行/ }).click()
  await expect(records.getByRole('row', { name: /11 月国库台账/ })).toContainText('已撤销')
  await page.getByRole('tab', { name: /台账/ }).click()
  await expect(page.getByText('数据截至：10 月')).toBeVisible()
})

test('a line that waits is given its project, or none, from the ledger', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'execution?state=unmatched')
  const panel = page.getByRole('complementary', { name: '所选项目的执行情况' })
  await page
    .getByRole('grid', { name: '预算执行' })
    .getByRole('row', { name: /高标准农田建设/ })
    .click()
  await panel
    .getByRole('radio', { name: /^高标准农田建设/ })
    .first()
    .click()
  await expect(page.getByText(/已对应到“高标准农田建设”/)).toBeVisible()
  await page
    .getByRole('grid', { name: '预算执行' })
    .getByRole('row', { name: /会议和培训费/ })
    .click()
  await panel.getByRole('radio', { name: /不对应任何项目/ }).click()
  await expect(page.getByRole('tab', { name: '台账', exact: true })).toBeVisible()
  await expect(page.getByText('没有符合筛选条件的项目。')).toBeVisible()
})
