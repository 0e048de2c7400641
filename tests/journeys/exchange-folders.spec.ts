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
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, visit } from './start-book.ts'

const fixture = (name: string) => join('tests/fixtures/packages', `${name}.jhx`)

/** The window looks at once when it is seen again: nobody waits for the next ten seconds. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

test('a stick is added, what arrives on it is noticed, and it may be pulled out', async ({ page, app }) => {
  const stick = join(mkdtempSync(join(tmpdir(), 'jiheng-stick-')), '数据交换')
  mkdirSync(stick)
  await openDemo(page, app)
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
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await visit(page, '')
  await expect(page.getByRole('region', { name: '待办' }).getByText('收件夹里有 1 个新数据包')).toBeVisible()
  await page.getByRole('link', { name: '收件夹里有 1 个新数据包' }).click()
  await expect(inbox).toBeVisible()

  await page.getByRole('link', { name: '接收 南江县名片.jhx' }).click()
  await expect(page.getByRole('main').getByText('南江县财政局', { exact: true }).first()).toBeVisible()
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
