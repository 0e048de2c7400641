import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { createBook, logIn, openYear, visit } from './start-book.ts'

test('creates a book; year, identity and person stand on every page', async ({ page, app }) => {
  await createBook(page, app)
  for (const path of ['', 'goals', 'settings/units', 'settings/rules']) {
    await visit(page, path)
    const banner = page.getByRole('banner')
    await expect(banner).toContainText('2025 年度')
    await expect(banner).toContainText('南江县财政局 · 监督与绩效管理科')
    await expect(banner).toContainText('王晓')
  }
  await page.reload()
  await logIn(page)
  await expect(page.getByRole('banner')).toContainText('2025 年度')
  expect(app.complaints).toEqual([])
})

test('asks for what is missing before it creates a book', async ({ page, app }) => {
  await page.goto(app.url)
  await page.getByLabel('年度').fill('25')
  await page.getByRole('button', { name: '新建账套' }).click()
  await expect(page.getByText('请填四位年份，如 2025')).toBeVisible()
  await expect(page.getByText('请填写')).toBeVisible()
  await expect(page.getByText('密码至少 8 位。')).toBeVisible()
})

test('units are typed as a tree, kept, exported to Excel and read back unchanged', async ({ page, app }) => {
  await createBook(page, app)
  await visit(page, 'settings/units')
  await page.getByRole('button', { name: '新建主管部门' }).click()
  await page.getByLabel('主管部门名称').fill('南江县教育局')
  await page.getByLabel('主管部门名称').press('Tab')
  await expect(page.getByText('已保存 南江县教育局。')).toBeVisible()
  // The row that is kept now is the one that was typed in: the keyboard is still in it.
  await expect(page.getByLabel('南江县教育局的归口股室')).toBeFocused()
  await page.getByLabel('南江县教育局的代码').fill('101001')
  await page.getByLabel('南江县教育局的代码').press('Tab')
  await page.getByLabel('南江县教育局的归口股室').selectOption({ label: '教科文科' })
  await page.getByRole('button', { name: '新建下属' }).click()
  await page.getByLabel('单位名称').fill('南江县实验小学')
  await page.getByLabel('单位名称').press('Enter')
  await expect(page.getByText('已保存 南江县实验小学。')).toBeVisible()
  await page.reload()
  await logIn(page)
  await expect(page.getByLabel('单位名称')).toHaveValue('南江县实验小学')
  await expect(page.getByLabel('南江县教育局的代码')).toHaveValue('101001')
  await expect(page.getByText('共 2 个单位')).toBeVisible()

  await page.getByRole('button', { name: '导出 Excel' }).click()
  await expect(page.getByText(/已导出 .*单位名录/)).toBeVisible()
  const name = readdirSync(app.exportsDir, { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith('.xlsx'),
  )
  const buffer = readFileSync(join(app.exportsDir, name ?? ''))
  await page
    .getByLabel('单位名录文件')
    .setInputFiles({ name: 'units.xlsx', mimeType: 'application/octet-stream', buffer })
  await expect(page.getByRole('dialog')).toContainText('读到 2 个单位：新增 0，变更 0，相同 2')
  await page.getByRole('button', { name: '取消' }).click()

  // Whoever deletes the last row by the keyboard goes on where one is added.
  await page.getByRole('button', { name: '删除 南江县实验小学' }).press('Enter')
  await expect(page.getByText('共 1 个单位')).toBeVisible()
  await expect(page.getByRole('button', { name: '新建主管部门' })).toBeFocused()

  // The same workbook holds the sections; one renamed there comes back under its code.
  await visit(page, 'settings/sections')
  await page.getByLabel('股室名称').first().fill('绩效管理股')
  await page.getByLabel('股室名称').first().press('Enter')
  await expect(page.getByText('已保存 绩效管理股。')).toBeVisible()
  await page
    .getByLabel('股室文件')
    .setInputFiles({ name: 'units.xlsx', mimeType: 'application/octet-stream', buffer })
  await expect(page.getByRole('dialog')).toContainText('读到 13 个股室：新增 0，变更 1，相同 12')
  await page.getByRole('dialog').getByRole('button', { name: '写入 1 个股室' }).click()
  await expect(page.getByLabel('股室名称').first()).toHaveValue('监督与绩效管理科')

  // Whoever deletes by the keyboard goes on at the next row, behind the last where one is added.
  await page.getByRole('button', { name: '删除 监督与绩效管理科' }).press('Enter')
  await expect(page.getByText('已删除 监督与绩效管理科。')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /的代码$/ }).first()).toBeFocused()
  await page.getByRole('button', { name: '新建股室' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: '新建股室' })).toBeFocused()
  expect(app.complaints).toEqual([])
})

test('carries forward to the next year and back', async ({ page, app }) => {
  await createBook(page, app)
  await page.getByRole('banner').getByRole('button', { name: '2025 年度' }).click()
  await page.getByRole('menuitem', { name: /结转到 2026/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结转到 2026 年度' }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: '2026 年度' })).toBeVisible()
  await openYear(page, '2025')
})
