import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { createBook, logIn, switchDuty, visit } from './start-book.ts'

/** The database goes while nobody has it open, as a cleaner of disks would do it. */
async function loseDatabase(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/no-such-page`)
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('jiheng')
        request.onsuccess = () => resolve(null)
        request.onerror = () => reject(request.error)
      }),
  )
}

/** A section whose name is gone from the store, or is there again, as a fault of the disk would leave it. */
async function nameOfFirstSection(page: Page, name: string | number): Promise<void> {
  await page.evaluate(
    (given) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('jiheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('sections', 'readwrite').objectStore('sections')
          const reading = store.getAll()
          reading.onsuccess = () => {
            const writing = store.put({ ...reading.result[0], name: given })
            writing.onerror = () => reject(writing.error)
            writing.onsuccess = () => {
              opening.result.close()
              resolve(null)
            }
          }
        }
      }),
    name,
  )
}

async function openBackups(page: Page): Promise<void> {
  await visit(page, 'settings/backup')
  await expect(page.getByRole('button', { name: '立即备份' })).toBeVisible()
}

test('backs up, restores, takes the restore back, and finds a lost store again', async ({ page, app }) => {
  await createBook(page, app)
  await switchDuty(page, '系统管理')
  await openBackups(page)
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText(/最近一次备份：.*没有另存/)).toBeVisible()
  const list = page.getByRole('table', { name: '本机的备份' })
  await expect(list.getByRole('row')).toHaveCount(2)
  await list.getByRole('button', { name: /校验/ }).click()
  await expect(list).toContainText('已逐项校验')

  // Every record is looked at; the one that is not in order is named, and nothing is changed.
  const check = page.getByRole('dialog', { name: '检查数据' })
  for (const [name, said] of [
    [1, '1 条内容不合格式'],
    ['监督与绩效管理科', '数据完整'],
  ] as const) {
    await nameOfFirstSection(page, name)
    await page.getByRole('button', { name: '检查数据' }).click()
    await expect(check.getByRole('alert')).toContainText(said)
    await expect(check).toContainText('附件的内容在打开时核对')
    if (name === 1) await expect(check.getByRole('row', { name: /股室.*字段 name/ })).toBeVisible()
    await check.getByRole('button', { name: '关闭' }).click()
    await expect(check).toBeHidden()
  }

  // What comes after the backup is gone with the restore, and back with its undoing.
  await visit(page, 'settings/accounts')
  await visit(page, 'settings/backup')
  await list.getByRole('button', { name: /恢复/ }).click()
  const dialog = page.getByRole('dialog', { name: '恢复备份' })
  await expect(dialog).toContainText('已逐项校验：文件完整')
  await expect(dialog.getByRole('table')).toContainText('2025 年度')
  await dialog.getByRole('button', { name: '用这份备份替换本机数据' }).click()
  await logIn(page)
  await openBackups(page)
  await expect(list).toContainText('恢复前')
  await page.getByRole('button', { name: '恢复到上次恢复之前' }).click()
  await dialog.getByRole('button', { name: '用这份备份替换本机数据' }).click()
  await logIn(page)

  // A damaged file is refused by its own sentence.
  const folder = join(app.dataDir, 'backups')
  const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('_手工.jhb'))
  const bytes = readFileSync(join(folder, name))
  const cut = test.info().outputPath('半份.jhb')
  writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
  await openBackups(page)
  await page.getByLabel('备份文件').setInputFiles(cut)
  await expect(dialog).toContainText('备份文件不完整')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(dialog).toBeHidden()

  await loseDatabase(page, app.origin)
  await page.goto(app.url)
  await expect(page.getByRole('heading', { name: '本机的数据不见了' })).toBeVisible()
  await page.getByRole('table', { name: '可用的备份' }).getByRole('button', { name: /恢复/ }).first().click()
  await dialog.getByRole('button', { name: '用这份备份替换本机数据' }).click()
  await logIn(page)
  await expect(page.getByRole('banner')).toContainText('2025 年度')
})
