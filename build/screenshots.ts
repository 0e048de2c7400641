// Makes the README's pictures from the demo book: npx tsx build/screenshots.ts
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { serveApp } from '../tests/performance/server.ts'
import { ensureBuilt } from './build.mjs'
import { browserSwitches, findBrowser } from './find-browser.mjs'

const pictures = fileURLToPath(new URL('./screenshots', import.meta.url))
const forms = fileURLToPath(new URL('../tests/fixtures/forms', import.meta.url))

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = target
  }, `#/${path}`)
  // Rows and figures are read from the database after the page stands.
  await page.waitForTimeout(1500)
}

async function takeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开演示账套' }).click()
  await page.getByRole('note').waitFor()
  await visit(page, 'goals')
  await page.screenshot({ path: join(pictures, 'ledger.png') })
  await page.getByRole('grid').getByRole('row').nth(3).dblclick()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(pictures, 'goal.png') })
  await visit(page, 'goals/review')
  await page.screenshot({ path: join(pictures, 'review.png') })
  await visit(page, 'assessments?group=concluded')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(pictures, 'assessment.png') })
  await visit(page, 'dashboard')
  await page.screenshot({ path: join(pictures, 'dashboard.png') })
  await visit(page, 'goals/import')
  await page.getByLabel('要导入的文件夹').setInputFiles(forms)
  await page.locator('[data-step=核对]').waitFor()
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(pictures, 'import.png') })
}

async function screenshots(): Promise<void> {
  if (!ensureBuilt()) throw new Error('the build failed, see above')
  mkdirSync(pictures, { recursive: true })
  const executablePath = findBrowser()
  const served = await serveApp()
  const browser = await chromium.launch({
    args: [...browserSwitches(), '--disable-gpu'],
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.goto(served.url)
    await takeAll(page)
  } finally {
    await browser.close()
    await served.close()
  }
}

await screenshots()
