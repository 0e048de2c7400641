import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { createBook, openDemo, visit } from './start-book.ts'

/** A PDF of one page that says 1; its cross-reference table is left for the reader to rebuild. */
const pdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>endobj',
    '4 0 obj<</Length 37>>stream',
    '1 0 0 rg 20 20 160 160 re f          ',
    'endstream endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
)

function keptFiles(dataDir: string): string[] {
  const entries = readdirSync(join(dataDir, 'attachments'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('a document is registered, found, read with its attachment, and taken back', async ({ page, app }) => {
  await createBook(page, app)
  await visit(page, 'settings/regulations')
  await page.getByRole('button', { name: '加入常用目录' }).click()
  await expect(page.getByText(/已加入 \d+ 份/)).toBeVisible()
  await page.getByRole('button', { name: '登记制度' }).click()
  const panel = page.getByRole('region', { name: '制度登记' })
  // A new one begins in its first field, and is not told off before anything is typed.
  await expect(panel.getByLabel('文件名称')).toBeFocused()
  await expect(panel).not.toContainText('请填写文件名称。')
  await page.keyboard.type('南江县预算绩效管理办法')
  await panel.getByLabel('文号').fill('南财〔2026〕5号')
  await expect(page.getByText('已保存《南江县预算绩效管理办法》。')).toBeVisible()

  const files = ['办法.pdf', '办法（副本）.pdf'].map((name) => ({
    name,
    mimeType: 'application/pdf',
    buffer: pdf,
  }))
  await panel.getByLabel('附件文件').setInputFiles(files)
  await expect(panel.getByText('办法.pdf', { exact: true })).toBeVisible()
  await expect(panel.getByText('办法（副本）.pdf')).toBeHidden()
  expect(keptFiles(app.dataDir)).toHaveLength(1)

  await panel.getByRole('button', { name: '查看 办法.pdf' }).click()
  const viewer = page.getByRole('dialog')
  await expect(viewer).toContainText('第 1 页，共 1 页')
  await expect
    .poll(() =>
      viewer.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const pixel = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data
        return [...(pixel ?? [])].slice(0, 3)
      }),
    )
    .toEqual([255, 0, 0])
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()

  await page.getByLabel('查找').fill('njxys')
  await expect(page.getByRole('status').filter({ hasText: '共 1 份' })).toBeVisible()
  await panel.getByRole('button', { name: '删除这份制度' }).click()
  await expect(page.getByText('没有符合条件的制度')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('table', { name: '制度' })).toContainText('南财〔2026〕5号')
  expect(app.complaints).toEqual([])
})

test('what only calls itself a picture is not opened', async ({ page, app }) => {
  await createBook(page, app)
  await visit(page, 'settings/regulations')
  await page.getByRole('button', { name: '登记制度' }).click()
  const panel = page.getByRole('region', { name: '制度登记' })
  await panel.getByLabel('文件名称').fill('附件测试')
  await panel.getByLabel('备注').fill('先存')
  await panel.getByLabel('备注').blur()
  await expect(page.getByText('已保存《附件测试》。')).toBeVisible()
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>')
  await panel.getByLabel('附件文件').setInputFiles({ name: '图.png', mimeType: 'image/png', buffer })
  await panel.getByRole('button', { name: '查看 图.png' }).click()
  await expect(page.getByRole('dialog')).toContainText('这类文件不在程序内打开')
  await expect(page.getByRole('dialog').locator('img')).toHaveCount(0)
  expect(app.complaints).toEqual([])
})

test('the clause of a finding leads to its document', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'settings/regulations')
  await page.getByRole('button', { name: '加入常用目录' }).click()
  await expect(page.getByText(/已加入 \d+ 份/)).toBeVisible()
  await visit(page, 'goals?finding=error')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  const clause = page
    .getByRole('complementary')
    .getByRole('link', { name: /巴财〔2020〕38号|财预〔20\d\d〕\d+号/ })
  await clause.first().click()
  await expect(page.getByRole('region', { name: '制度登记' }).getByLabel('文号')).toHaveValue(/号$/)
  expect(app.complaints).toEqual([])
})
