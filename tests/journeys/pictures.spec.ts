import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { helpEntries } from '#domain/help/manual'
import { test } from './app.ts'
import { openDemo, openYear, visit } from './start-book.ts'

test.use({ holds: 'demo' })

/**
 * The pictures of the manual and the README are taken on this journey, which only asks for what stands in them: with
 * JIHENG_PICTURES=1 they are kept in build/screenshots.
 */
const folder = fileURLToPath(new URL('../../build/screenshots', import.meta.url))
const forms = fileURLToPath(new URL('../fixtures/forms', import.meta.url))

/** The page of the manual, where it is found in the demo, and what has to stand there. */
type Scene = { entry: string; address: string; shows: string; open?: number }

const scenes: readonly Scene[] = [
  { entry: '', address: '', shows: '待办' },
  { entry: 'coverage', address: 'coverage', shows: '缺口' },
  { entry: 'analysis', address: 'analysis', shows: '重复' },
  { entry: 'goals', address: 'goals', shows: '项目名称' },
  { entry: 'goals/:id', address: 'goals', shows: '绩效指标', open: 3 },
  { entry: 'goals/review', address: 'goals/review', shows: '通过' },
  { entry: 'assessments/:id', address: 'assessments?group=concluded', shows: '评估', open: 1 },
  { entry: 'dashboard', address: 'dashboard', shows: '调整后预算' },
  { entry: 'monitoring', address: 'monitoring', shows: '项目名称' },
  { entry: 'monitoring/:id', address: 'monitoring?group=collected', shows: '预算执行', open: 1 },
  { entry: 'monitoring/lines', address: 'monitoring/lines', shows: '试算' },
  { entry: 'monitoring/screening', address: 'monitoring/screening', shows: '风险分' },
  { entry: 'execution', address: 'execution', shows: '支出' },
  { entry: 'disposals', address: 'disposals', shows: '处置' },
  { entry: 'appraisals/live', address: 'appraisals/live', shows: '得分' },
  { entry: 'disclosures', address: 'disclosures', shows: '公开' },
  { entry: 'supervision', address: 'supervision', shows: '登记' },
  { entry: 'settings/rules', address: 'settings/rules', shows: '规则包' },
]
/** In the book of the finished year. */
const finished: readonly Scene[] = [
  { entry: 'evaluation/self', address: 'evaluation/self', shows: '自评' },
  { entry: 'evaluation/credibility', address: 'evaluation/credibility', shows: '疑点' },
  { entry: 'evaluation/tasks/:id', address: 'evaluation/tasks', shows: '评价', open: 1 },
  { entry: 'applications', address: 'applications', shows: '建议' },
]

test('every picture of the manual shows what it is of', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openDemo(page, app)
  for (const scene of scenes) await take(page, scene)
  await visit(page, 'goals/import')
  await page.getByLabel('要导入的文件夹').setInputFiles(forms)
  await expect(page.locator('[data-step=核对]')).toBeVisible({ timeout: 30_000 })
  await keep(page, 'goals/import')
  await openYear(page, '2025')
  for (const scene of finished) await take(page, scene)
})

async function take(page: Page, { entry, address, shows, open }: Scene): Promise<void> {
  expect(helpEntries.map(({ path }) => path)).toContain(entry)
  await visit(page, address)
  if (open !== undefined) {
    const row = page.getByRole('grid').getByRole('row').nth(open)
    await expect(row).toBeVisible()
    await row.dblclick()
    await expect(page).not.toHaveURL(new RegExp(`#/${address.replace('?', '\\?')}$`))
  }
  await expect(page.locator('main').getByText(shows).first(), entry).toBeVisible()
  await keep(page, entry)
}

async function keep(page: Page, entry: string): Promise<void> {
  if (!process.env.JIHENG_PICTURES) return
  // Rows and figures are read after the page stands, and what is counted comes when it is quiet.
  await page.waitForTimeout(1500)
  await expect(page.locator('main').getByText('正在统计')).toHaveCount(0, { timeout: 30_000 })
  mkdirSync(folder, { recursive: true })
  const name = entry === '' ? 'home' : entry.replaceAll(':', '').replaceAll('/', '-')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
