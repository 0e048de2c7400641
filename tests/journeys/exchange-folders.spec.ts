import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { packed, storedFiles } from '#exchange/archive'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

const fixture = (name: string) => join('tests/fixtures/packages', `${name}.jhx`)

/** A package of the next format, as a newer program would write it. */
function ofNextFormat(name: string): Uint8Array {
  const files = Object.fromEntries(storedFiles(new Uint8Array(readFileSync(fixture(name)))) ?? [])
  const text = new TextDecoder().decode(files['manifest.json'])
  const manifest = new TextEncoder().encode(text.replace('"formatVersion":2', '"formatVersion":3'))
  return packed({ ...files, 'manifest.json': manifest })
}

/** The window looks at once when it is seen again: nobody waits for the next ten seconds. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

test('a stick is added, what arrives on it is noticed, and it may be pulled out', async ({ page, app }) => {
  const stick = join(mkdtempSync(join(tmpdir(), 'jiheng-stick-')), '数据交换')
  mkdirSync(stick)
  await openDemo(page, app)
  // Pages with nothing on them yet say what they are for and how to begin.
  for (const [path, title, way] of [
    ['counties', '区县汇总', '接收数据包'],
    ['exchange/card', '单位名片', '建立本机名片'],
  ] as const) {
    await visit(page, path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: way })).toBeVisible()
  }
  await visit(page, 'exchange/folders')
  await page.getByRole('button', { name: '添加文件夹' }).click()
  const dialog = page.getByRole('dialog', { name: '添加收发文件夹' })
  await dialog.getByLabel('文件夹位置').fill(app.dataDir)
  await dialog.getByRole('button', { name: '添加' }).click()
  await expect(page.getByText('这个位置不能用来收发数据包')).toBeVisible()
  await dialog.getByLabel('文件夹位置').fill(stick)
  await dialog.getByRole('button', { name: '添加' }).click()
  await expect(dialog).toBeHidden()
  const folders = page.getByRole('table', { name: '收发文件夹' })
  await expect(folders.getByRole('row', { name: /优盘.*收件和发件.*在/ })).toBeVisible()
  await expect(page.getByText(stick)).toHaveCount(0)

  copyFileSync(fixture('version-2-card'), join(stick, '南江县名片.jhx'))
  copyFileSync(fixture('version-2'), join(stick, '给市局的上报包.jhx'))
  writeFileSync(join(stick, '新版上报包.jhx'), ofNextFormat('version-2'))
  writeFileSync(join(stick, '复制中.jhx'), readFileSync(fixture('version-2')).subarray(0, 3000))
  await lookAgain(page)
  const inbox = page.getByRole('table', { name: '收件夹里的数据包' })
  await expect(inbox.getByRole('row', { name: /南江县名片.*单位名片.*南江县财政局.*待接收/ })).toBeVisible()
  await expect(inbox.getByRole('row', { name: /给市局的上报包.*给其他单位/ })).toBeVisible()
  await expect(inbox.getByText('复制中.jhx')).toHaveCount(0)
  await expect(folders.getByText('1 个，正在复制或没有复制完整')).toBeVisible()
  await expect(page.getByRole('link', { name: '接收 南江县名片.jhx' })).toHaveAttribute(
    'href',
    /\/exchange\/receive\?folder=[0-9a-f-]{36}&name=/,
  )
  expect(await seriousFaults(page)).toEqual([])

  // What a newer program wrote is no damaged file: it says what is to be done.
  await expect(inbox.getByRole('row', { name: /新版上报包.*须先升级程序/ })).toBeVisible()
  await page.getByRole('link', { name: '查看原因 新版上报包.jhx' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '新版上报包.jhx' })).toContainText(
    '由更新版本的绩衡生成，没有采用，文件没有损坏',
  )
  await expect(page.getByRole('link', { name: '查看本机版本' })).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '关闭这个文件' }).click()
  await visit(page, 'exchange/folders')

  await visit(page, '')
  await expect(page.getByRole('region', { name: '待办' }).getByText('收件夹里有 1 个新数据包')).toBeVisible()
  await page.getByRole('link', { name: '收件夹里有 1 个新数据包' }).click()
  await expect(inbox).toBeVisible()

  await page.getByRole('link', { name: '接收 南江县名片.jhx' }).click()
  await expect(page.getByText('这是南江县财政局的单位名片。')).toBeVisible()
  await expect(page).toHaveURL(/\/exchange\/receive\?file=\d+$/)
  await visit(page, 'exchange/folders')

  renameSync(stick, `${stick}-拔出`)
  await lookAgain(page)
  await expect(folders.getByRole('row', { name: /优盘.*不在/ })).toBeVisible()
  await expect(page.getByText('收件夹里没有数据包。')).toBeVisible()
  await page.getByRole('button', { name: /^不再使用优盘/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不再使用' }).click()
  await expect(page.getByText('还没有收发文件夹。')).toBeVisible()
  expect(existsSync(join(`${stick}-拔出`, '南江县名片.jhx'))).toBe(true)
  expect(app.complaints).toEqual([])
})
