import { expect } from '@playwright/test'
import { utils, write } from 'xlsx'
import { test } from './app.ts'
import { chooseFiles, filesIn, group, newBook, openImport, writeChosen } from './import-world.ts'

const head = [
  '序号',
  '主管部门',
  '单位名称',
  '项目名称',
  '申报数',
  '其中：本级',
  '实施内容',
  '总体目标',
  '情况',
]

function ledger(name: string, rows: readonly (string | number | null)[][], heads = head) {
  const sheet = utils.aoa_to_sheet([
    ['2026年部门预算项目绩效目标汇总表'],
    heads,
    ...rows.map((row) => [...row]),
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '汇总')
  return { name, bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })) }
}

const rows = [
  ['合计', null, null, null, 200.5, 200.5, null, null, null],
  [1, '教育局', '一小', '校舍维修', 120.5, 120.5, '维修校舍十所', '校舍安全', '教发〔2026〕1号'],
  [2, null, '二小', '厨房改造', 80, 80, '改造厨房三间', '饮食安全', '教发〔2026〕2号'],
]

test('a ledger is mapped once, corrected, written, and never asked about again', async ({
  page,
  app,
}, info) => {
  const [first = '', changed = '', second = ''] = filesIn(info.outputPath(), [
    ledger('台账.xlsx', rows),
    ledger('改动.xlsx', [
      rows[0] ?? [],
      rows[1] ?? [],
      [2, '教育局', '二小', '厨房改造', 95, 95, null, null, null],
    ]),
    ledger('别的.xlsx', [['三小', '操场', 5]], ['单位名称', '项目名称', '资金总额']),
  ])
  await newBook(page, app.url)
  await openImport(page)
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([first])
  const card = page.getByRole('region', { name: '台账.xlsx（汇总）' })
  await expect(card.getByText('照此读出 2 个项目，资金总额合计 200.50 万元')).toBeVisible()
  const choice = (name: string) => card.getByRole('combobox', { name, exact: true })
  await expect(choice('“项目名称”读作')).toHaveValue('project')
  await expect(choice('“总体目标”读作')).toHaveValue('longTermGoal')

  await choice('“总体目标”读作').selectOption('年度目标')
  await choice('“项目名称”读作').selectOption('不读取')
  await expect(card.getByText('请指出哪一列是“项目名称”')).toBeVisible()
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled()
  await choice('“项目名称”读作').selectOption('项目名称')
  await choice('“情况”读作').selectOption('立项依据')
  await choice('金额单位').selectOption('元')
  await expect(card.getByText('资金总额合计 0.02 万元')).toBeVisible()
  await choice('金额单位').selectOption('万元')
  await page.getByRole('button', { name: '下一步' }).click()

  await expect(page.locator('[data-step=核对]')).toBeVisible()
  await expect(group(page, '新增', 2)).toBeVisible()
  await writeChosen(page, 2)

  await page.getByRole('button', { name: '继续导入' }).click()
  await chooseFiles(page, [first])
  await expect(page.getByText('台账按记住的对应关系读取')).toBeVisible()
  await expect(group(page, '相同', 2)).toBeVisible()

  await page.getByRole('button', { name: '修改', exact: true }).click()
  await expect(choice('“情况”读作')).toHaveValue('basis')
  await expect(choice('“总体目标”读作')).toHaveValue('annualGoal')
  await page.getByRole('button', { name: '取消修改' }).click()
  await expect(group(page, '相同', 2)).toBeVisible()

  await page.getByRole('button', { name: '重新选择' }).click()
  await chooseFiles(page, [changed])
  await expect(group(page, '变更', 1)).toBeVisible()
  const detail = page.getByRole('complementary', { name: '所选表格的详情' })
  await expect(detail.locator('ins').first()).toContainText('95')

  // Another layout is asked about; refused, the file is named and nothing is read.
  await page.getByRole('button', { name: '重新选择' }).click()
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([first, second])
  const other = page.getByRole('region', { name: '别的.xlsx（汇总）' })
  await expect(other).toBeVisible()
  await expect(card).toHaveCount(0)
  await other.getByLabel('读取', { exact: true }).uncheck()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(group(page, '相同', 2)).toBeVisible()
  await expect(page.getByText('按选择没有读取这种台账').first()).toBeVisible()
  expect(app.complaints).toEqual([])
})
