// The whole manual as a PDF, printed by the application itself: npm run manual [-- target.pdf]
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { serveApp } from '../tests/performance/server.ts'
import { ensureBuilt } from './build.mjs'
import { browserSwitches, findBrowser } from './find-browser.mjs'

const target = resolve(process.argv[2] ?? 'dist/绩衡使用手册.pdf')

/** The page of the whole manual, every picture in it read. */
async function openManual(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: '打开演示账套' }).click()
  await page.getByRole('note').waitFor({ timeout: 60_000 })
  await page.evaluate(() => {
    location.hash = '#/help/paper'
  })
  await page.getByRole('article', { name: '整本手册' }).waitFor()
  await page.evaluate(async () => {
    for (const picture of document.images) {
      picture.loading = 'eager'
      await picture.decode()
    }
  })
}

async function manual(): Promise<void> {
  if (!ensureBuilt()) throw new Error('the build failed, see above')
  mkdirSync(dirname(target), { recursive: true })
  const executablePath = findBrowser()
  const served = await serveApp()
  const browser = await chromium.launch({
    args: [...browserSwitches(), '--disable-gpu'],
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    const page = await browser.newPage({ locale: 'zh-CN' })
    await openManual(page, served.url)
    await page.pdf({
      path: target,
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    })
    console.log(target)
  } finally {
    await browser.close()
    await served.close()
  }
}

await manual()
