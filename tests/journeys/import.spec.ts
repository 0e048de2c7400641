import { existsSync, readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { modernForm, oldForm } from '../performance/many-forms.ts'
import { test } from './app.ts'
import { emptyRows } from './bad-workbooks.ts'
import { chooseFiles, filesIn, group, newBook, openImport, writeChosen } from './import-world.ts'

const nothing = new Uint8Array([1])

test('a nested folder comes in, once; importing it again changes nothing; it can be undone', async ({
  page,
  app,
}, info) => {
  const folder = info.outputPath('报送')
  filesIn(folder, [
    { ...modernForm(1), name: '甲局/1.xlsx' },
    { ...modernForm(2), name: '甲局/下属/1.xlsx' },
    { ...oldForm(3), name: '乙局/3.xls' },
    { name: '乙局/~$3.xls', bytes: nothing },
    { name: '说明.txt', bytes: nothing },
  ])
  await newBook(page, app.url)
  await openImport(page)
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(page.locator('[data-step=核对]')).toBeVisible()
  await expect(group(page, '新增', 3)).toBeVisible()
  await expect(page.getByText('另有 2 个不是表格的文件没有读取')).toBeVisible()
  await writeChosen(page)
  await expect(page.getByText('新增 3 个')).toBeVisible()

  await page.getByRole('button', { name: '继续导入' }).click()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(group(page, '相同', 3)).toBeVisible()
  await expect(page.getByRole('button', { name: '写入 0 项' })).toBeDisabled()

  await page.getByRole('button', { name: '重新选择' }).click()
  await page.getByRole('button', { name: /^撤销 .* 的导入$/ }).click()
  await page.getByRole('button', { name: '撤销 3 个目标的导入' }).click()
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible()
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(group(page, '新增', 3)).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('a changed form shows old and new, and undo brings the old back', async ({ page, app }, info) => {
  const [before = '', after = ''] = filesIn(info.outputPath(), [
    { ...modernForm(7, 985), name: 'a.xlsx' },
    { ...modernForm(7, 1200), name: 'b.xlsx' },
  ])
  await newBook(page, app.url)
  await openImport(page)
  await chooseFiles(page, [before])
  await writeChosen(page)
  await page.getByRole('button', { name: '继续导入' }).click()
  await chooseFiles(page, [after])
  await expect(group(page, '变更', 1)).toBeVisible()
  const detail = page.getByRole('complementary', { name: '所选表格的详情' })
  await expect(detail.locator('del').first()).toContainText('985')
  await expect(detail.locator('ins').first()).toContainText('1200')
  await writeChosen(page)
  await page.getByRole('button', { name: '撤销本次导入' }).click()
  await expect(page.getByText('已撤销：账套恢复到这次导入之前')).toBeVisible()
  await page.getByRole('button', { name: '继续导入' }).click()
  await chooseFiles(page, [before])
  await expect(group(page, '相同', 1)).toBeVisible()
})

test('files dropped with their folders are read', async ({ page, app }, info) => {
  const folder = info.outputPath('拖入')
  filesIn(folder, [
    { ...modernForm(1), name: '里/再里/1.xlsx' },
    { ...modernForm(2), name: '2.xlsx' },
  ])
  await newBook(page, app.url)
  await openImport(page)
  const box = await page.getByTestId('drop-zone').boundingBox()
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await expect(group(page, '新增', 2)).toBeVisible()
})

test('the unit can be corrected before writing', async ({ page, app }, info) => {
  const [first = '', second = ''] = filesIn(info.outputPath(), [modernForm(1), modernForm(2)])
  await newBook(page, app.url)
  await openImport(page)
  await chooseFiles(page, [first])
  await writeChosen(page)
  await page.getByRole('button', { name: '继续导入' }).click()
  await chooseFiles(page, [second])
  const detail = page.getByRole('complementary', { name: '所选表格的详情' })
  await expect(detail.getByText('写入时新建')).toBeVisible()
  await detail.getByRole('button', { name: /改为账套中的单位/ }).click()
  await page.getByRole('option', { name: /第1建设管理站/ }).click()
  await expect(detail.getByText('写入时新建')).toHaveCount(0)
  await expect(detail.getByText('第1建设管理站').first()).toBeVisible()
  await writeChosen(page)
})

test('the annotated copies of faulty files come back', async ({ page, app }, info) => {
  const paths = filesIn(info.outputPath(), [modernForm(1), oldForm(2)])
  await newBook(page, app.url)
  await openImport(page)
  await chooseFiles(page, paths)
  await page.getByRole('button', { name: '取回批注稿', exact: true }).click()
  await expect(page.getByText('批注稿已保存')).toBeVisible()
  await page.getByRole('button', { name: /^取回全部批注稿/ }).click()
  await expect(page.getByText('2 份批注稿已保存')).toBeVisible()
  expect(existsSync(app.exportsDir)).toBe(true)
  const saved = readdirSync(app.exportsDir, { recursive: true, encoding: 'utf8' })
  expect(saved.filter((name) => name.endsWith('（批注）.xlsx'))).toHaveLength(3)
  expect(app.complaints).toEqual([])
})

test('reading can be cancelled, and nothing is kept', async ({ page, app }, info) => {
  // A million empty rows take the reader a while, so the button is there long enough for a hand to find it.
  const slow = emptyRows(1)
  const paths = filesIn(
    info.outputPath(),
    Array.from({ length: 40 }, (_, index) => ({ name: `${index}-百万空行.xlsx`, bytes: slow })),
  )
  await newBook(page, app.url)
  await openImport(page)
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles(paths)
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('button', { name: '选择文件夹' })).toBeVisible()
  await expect(page.getByRole('region', { name: '最近的导入' })).toHaveCount(0)
})
