import { readFileSync } from 'node:fs'
import { type Browser, expect } from '@playwright/test'
import { modernForm } from '../performance/many-forms.ts'
import { test } from './app.ts'
import { oddFiles, refusedFiles } from './bad-workbooks.ts'
import { chooseFiles, filesIn, group, newBook, openImport, writeChosen } from './import-world.ts'

const memoryLimit = 600 * 1024 * 1024

test('each bad file is named with its reason, and the good files beside it come in', async ({
  page,
  app,
  browser,
}, info) => {
  const [refused, odd] = [refusedFiles(), oddFiles()]
  const good = modernForm(1)
  const paths = filesIn(info.outputPath('报送'), [...refused, ...odd, good])
  await newBook(page, app.url)
  await openImport(page)
  const memory = watchMemory(browser)
  await chooseFiles(page, paths)
  const peak = await memory.stop()

  await expect(group(page, '有误', refused.length)).toBeVisible()
  await expect(group(page, '新增', odd.length + 1)).toBeVisible()
  const grid = page.getByRole('grid', { name: '核对' })
  for (const { name, says } of refused) {
    const row = grid.getByRole('row').filter({ hasText: `“${name}”` })
    await expect(row).toContainText(says)
  }
  const link = grid.getByRole('row').filter({ hasText: '外链项目' })
  await expect(link).toContainText('其他工作簿')
  await writeChosen(page, odd.length + 1)

  await page.getByRole('link', { name: '去台账' }).click()
  for (const { project } of [...odd, good]) {
    await expect(page.getByRole('grid').getByText(project, { exact: true })).toBeVisible()
  }
  if (process.platform === 'linux') expect(peak).toBeGreaterThan(0)
  expect(peak).toBeLessThan(memoryLimit)
  expect(app.complaints).toEqual([])
})

test('a .docx beside the forms is passed over with a word', async ({ page, app }, info) => {
  const docx = { name: '说明.docx', bytes: new Uint8Array([1]) }
  const [only = ''] = filesIn(info.outputPath('报送'), [docx])
  await newBook(page, app.url)
  await openImport(page)
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([only])
  await expect(page.getByText('所选的 1 个文件都不是')).toBeVisible()
})

/** Resident memory of the largest renderer, asked for while something runs. */
function watchMemory(browser: Browser): { stop: () => Promise<number> } {
  let isRunning = true
  let peak = 0
  async function watch(): Promise<void> {
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
    while (isRunning) {
      peak = Math.max(peak, ...renderers.map(residentSize))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await session.detach()
  }
  const watching = watch()
  async function stop(): Promise<number> {
    isRunning = false
    await watching
    return peak
  }
  return { stop }
}

/** 0 where the system keeps no such file: memory is measured on Linux only. */
function residentSize(id: number): number {
  try {
    const text = readFileSync(`/proc/${id}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1024
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}
