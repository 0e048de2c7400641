import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { utils, type WorkSheet, write } from 'xlsx'
import { type RunningApp, test } from './app.ts'
import { exportedSheet } from './exported-sheet.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

/** The form of a project as the application exports it for the unit to fill in. */
async function exported(page: Page, app: RunningApp, project: string): Promise<WorkSheet> {
  await visit(page, 'monitoring?group=missing')
  await page.getByLabel('查找监控对象').fill(project)
  await page.getByRole('grid', { name: '监控台账' }).getByRole('row', { name: project }).dblclick()
  return exportedSheet(page, app, '导出监控表', project)
}

/** Rows of the sheet as the unit fills them in: done, forecast, and 确定能 ticked. */
function filledIn(sheet: WorkSheet, change: (text: string) => string = (text) => text): WorkSheet {
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
  const head = rows.findIndex((row) => row.includes('三级指标'))
  const filled = rows.map((row, index) => {
    const isIndicator = index > head + 1 && row[2] !== '' && row[3] !== ''
    if (!isIndicator) return row.map(change)
    const value = /-?\d+(\.\d+)?/.exec(row[3] ?? '')?.[0] ?? '已完成'
    return row.map((text, column) => ({ 4: value, 5: value, 12: '✔' })[column] ?? change(text))
  })
  return utils.aoa_to_sheet(filled)
}

test('forms that come back from units are read, matched, decided, written, and taken back', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  const sure = filledIn(await exported(page, app, '国有土地收储和前期开发'))
  const renamed = (text: string) => text.replace(/^［.*］胸痛和卒中中心设备购置$/, '胸痛卒中中心设备采购项目')
  const doubtful = filledIn(await exported(page, app, '胸痛和卒中中心设备购置'), renamed)
  const folder = join(app.exportsDir, '报来')
  mkdirSync(folder, { recursive: true })
  for (const [name, sheet] of [
    ['土储 中心.xlsx', sure],
    ['医院.xls', doubtful],
  ] as const) {
    const book = { SheetNames: ['监控'], Sheets: { 监控: sheet } }
    writeFileSync(
      join(folder, name),
      write(book, { type: 'buffer', bookType: name.endsWith('.xls') ? 'biff8' : 'xlsx' }),
    )
  }
  writeFileSync(join(folder, '坏的.xlsx'), 'PK没有传完')

  await visit(page, 'monitoring')
  await page.getByRole('button', { name: '导入监控表' }).click()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  const grid = page.getByRole('grid', { name: '核对' })
  await expect(grid.getByRole('row')).toHaveCount(4)
  await expect(grid.getByRole('row', { name: /国有土地收储/ })).toContainText('填入')
  await expect(grid.getByRole('row', { name: /坏的/ })).toContainText('不能写入')
  await expect(page.getByRole('button', { name: '写入 1 份' })).toBeEnabled()

  // What only a person can decide stands first.
  const detail = page.getByRole('complementary', { name: '所选监控表的详情' })
  await grid.getByRole('row', { name: /胸痛卒中/ }).click()
  await expect(detail).toContainText('在本轮中没有完全相同的项目')
  await detail.getByLabel('查找其他项目').fill('胸痛')
  await page.keyboard.press('Enter')
  const projects = detail.getByLabel(/对应本轮的项目/)
  const wanted = projects.locator('option', { hasText: '胸痛和卒中中心设备购置' })
  await projects.selectOption((await wanted.getAttribute('value')) ?? '')
  await expect(grid.getByRole('row', { name: /胸痛卒中/ })).toContainText('填入')
  await expect(detail).toContainText('（未填） → ')
  await page.getByRole('button', { name: '写入 2 份' }).click()
  await expect(page.getByText('写入完成：2 份监控表')).toBeVisible()

  // The files again: nothing new.
  await page.getByRole('button', { name: '继续导入' }).click()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(grid.getByRole('row', { name: /国有土地收储/ })).toContainText('相同')
  await expect(page.getByRole('button', { name: '写入 0 份' })).toBeDisabled()

  await visit(page, 'monitoring?group=missing')
  await page.getByLabel('查找监控对象').fill('国有土地收储')
  await page.getByRole('grid', { name: '监控台账' }).getByRole('row', { name: '国有土地收储' }).dblclick()
  const sheet = page.getByRole('grid', { name: '绩效指标完成情况' })
  await expect(sheet.locator('tbody tr').first()).toContainText('确定能')
  expect(app.complaints).toEqual([])
})

test('what was written can be taken back, and who may not fill in reads nothing', async ({ page, app }) => {
  await openDemo(page, app)
  const folder = join(app.exportsDir, '报来')
  mkdirSync(folder, { recursive: true })
  const sheet = filledIn(await exported(page, app, '国有土地收储和前期开发'))
  writeFileSync(
    join(folder, '一.xlsx'),
    write({ SheetNames: ['监控'], Sheets: { 监控: sheet } }, { type: 'buffer', bookType: 'xlsx' }),
  )
  await visit(page, 'monitoring/import')
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await page.getByRole('button', { name: '写入 1 份' }).click()
  await page.getByRole('button', { name: '撤销本次导入' }).click()
  await expect(page.getByText('已撤销：监控表恢复到这次导入之前。')).toBeVisible()
  await page.getByRole('button', { name: '继续导入' }).click()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(
    page.getByRole('grid', { name: '核对' }).getByRole('row', { name: /国有土地收储/ }),
  ).toContainText('填入')
  await switchDuty(page, '国库')
  await expect(page.getByLabel('要导入的文件夹')).toHaveCount(0)
})
