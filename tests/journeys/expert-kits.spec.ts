import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { serveApp } from '../performance/server.ts'
import { test } from './app.ts'
import { openDemo, visit } from './start-book.ts'

const names = ['何佳宁', '赵明远', '吴若彤', '冯知秋', '邓长青']

/** A policy of the finished year with five experts, opened for scoring. */
async function openedForScoring(page: Page): Promise<string> {
  await page.getByRole('button', { name: '2026 年度' }).click()
  await page.getByRole('menuitem', { name: '2025 年度' }).click()
  await visit(page, 'evaluation/tasks')
  await page.getByRole('button', { name: '新建任务' }).click()
  const dialog = page.getByRole('dialog', { name: '新建评价任务' })
  await dialog.getByLabel('评价对象类型').selectOption({ label: '政策' })
  await dialog.getByLabel('评价的政策').fill('耕地地力')
  await page.getByRole('option', { name: /耕地地力保护补贴政策/ }).click()
  await dialog.getByLabel(/匿名评分/).check()
  for (const name of names) await dialog.getByLabel(new RegExp(name)).check()
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await page.getByRole('button', { name: '开始评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click()
  await expect(page.getByRole('list', { name: '进度' }).locator('[aria-current=step]')).toContainText(
    '评分中',
  )
  return /tasks\/([^/?]+)/.exec(page.url())?.[1] ?? ''
}

/** 生成评分包 of an expert; the passphrase as it was proposed, and the file. */
async function issued(page: Page, folder: string, name: string) {
  const row = page.getByRole('table', { name: '专家评分包' }).getByRole('row', { name: new RegExp(name) })
  await row.getByRole('button', { name: '生成评分包' }).click()
  const dialog = page.getByRole('dialog', { name: `生成评分包：${name}` })
  const passphrase = await dialog.getByLabel('口令').inputValue()
  await dialog.getByRole('button', { name: '生成并保存' }).click()
  await expect(row).toContainText('在专家处')
  const file = readdirSync(folder).find((each) => each.includes(name) && each.endsWith('.jhx')) ?? ''
  return { passphrase, bytes: readFileSync(join(folder, file)) }
}

/** Gives every indicator its full mark by the keys of the desk. */
async function scoreAll(page: Page): Promise<void> {
  const list = page.getByRole('status', { name: '评分合计' })
  await expect(list).toContainText(/已评 0\/\d+/)
  const count = Number(/已评 0\/(\d+)/.exec((await list.textContent()) ?? '')?.[1])
  for (let item = 0; item < count; item++) {
    await expect(list).toContainText(`已评 ${item}/${count}`)
    const value = page.getByLabel(/^实际值/)
    const whole = page.getByLabel(/^得分（0—/)
    if (await value.isVisible()) await value.fill('100')
    else if (await whole.isVisible()) {
      const full = /0—([\d.]+)/.exec(
        (await whole.getAttribute('aria-label')) ??
          (await whole.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')),
      )
      await whole.fill(full?.[1] ?? '')
    } else if (await page.getByRole('button', { name: /^是/ }).isVisible()) await page.keyboard.press('1')
    else await page.keyboard.press('0')
    await page.keyboard.press('Enter')
  }
  await expect(list).toContainText(`已评 ${count}/${count}`)
}

/** The kit opened, scored, signed and given back on a machine of its own. */
async function scoredElsewhere(browser: Browser, kit: { passphrase: string; bytes: Buffer }, hidden: string) {
  const app = await serveApp()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(app.url)
    await page.getByLabel('专家评分包').setInputFiles({ name: '评分包.jhx', mimeType: '', buffer: kit.bytes })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('口令').fill('不是这个口令')
    await dialog.getByRole('button', { name: '打开' }).click()
    await expect(page.getByText('口令不对，没有打开。')).toBeVisible()
    await page.getByLabel('专家评分包').setInputFiles({ name: '评分包.jhx', mimeType: '', buffer: kit.bytes })
    await dialog.getByLabel('口令').fill(kit.passphrase)
    await dialog.getByRole('button', { name: '打开' }).click()
    await expect(page.getByRole('note')).toContainText('评完全部指标并签名后')
    await expect(page.getByText(hidden)).toHaveCount(0)
    await scoreAll(page)
    await page.getByRole('button', { name: '签名' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签名' }).click()
    await expect(page.getByRole('note')).toContainText('已签名')
    await page.getByRole('button', { name: '导出评分表' }).click()
    await expect(page.getByText(/已导出 评分表-/)).toBeVisible()
    const file = readdirSync(app.exportsDir).find((each) => each.startsWith('评分表-')) ?? ''
    return readFileSync(join(app.exportsDir, file))
  } finally {
    await context.close()
    await app.close()
  }
}

test('five experts score on five machines; what was altered on the way is refused', async ({
  page,
  app,
  browser,
}) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(20_000)
  await openDemo(page, app)
  const id = await openedForScoring(page)
  await visit(page, `evaluation/tasks/${id}/kits`)
  const kits = []
  for (const each of names) kits.push(await issued(page, app.exportsDir, each))
  const answers: Buffer[] = []
  for (const kit of kits) answers.push(await scoredElsewhere(browser, kit, '耕地地力保护补贴政策'))

  const [first, ...others] = answers
  const files = unzipSync(new Uint8Array(first ?? Buffer.alloc(0)))
  const sheet = files['sheet.json'] ?? new Uint8Array()
  files['sheet.json'] = sheet.with(sheet.length - 3, (sheet.at(-3) ?? 0) ^ 1)
  const paths = ['改动.jhx', ...names.map((each) => `${each}.jhx`)].map((file) => join(app.exportsDir, file))
  const contents = [Buffer.from(zipSync(files)), first ?? Buffer.alloc(0), ...others]
  for (const [index, path] of paths.entries()) writeFileSync(path, contents[index] ?? '')
  const input = page.getByLabel('专家交回的评分表')
  await input.setInputFiles(paths[0] ?? '')
  await expect(page.getByText(/数据包的内容与签名不符/)).toBeVisible()
  await input.setInputFiles(paths.slice(1))
  await expect(page.getByText(/已收回 5 份评分表/)).toBeVisible()
  await visit(page, `evaluation/tasks/${id}`)
  await page.getByRole('button', { name: '结束评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束评分' }).click()
  await expect(page.getByRole('list', { name: '进度' }).locator('[aria-current=step]')).toContainText(
    '汇总中',
  )
})
