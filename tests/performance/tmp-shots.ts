import { chromium } from '@playwright/test'
import { browserSwitches, findBrowser } from '../../build/find-browser.mjs'
import { serveApp } from './server.ts'

const app = await serveApp()
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserSwitches() })
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.setDefaultTimeout(15000)
  page.on('pageerror', (e) => console.log('ERR', e.message))
  await page.goto(app.url)
  await page.getByRole('button', { name: '打开演示账套' }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.waitForTimeout(1000)
  const go = async (h: string, n: string, wait = 1200) => {
    await page.evaluate((x) => {
      location.hash = x
    }, h)
    await page.waitForTimeout(wait)
    await page.screenshot({ path: `/tmp/s-${n}.png` })
  }
  await go('#/goals/meetings', 'meetings')
  await page.getByRole('button', { name: '召开会审' }).click()
  await page.waitForTimeout(1500)
  await page.keyboard.press('1')
  await page.waitForTimeout(500)
  await page.keyboard.press('p')
  await page.waitForTimeout(1500)
  await page.keyboard.press('p')
  await page.waitForTimeout(1500)
  await page.keyboard.press('r')
  await page.waitForTimeout(700)
  await page.screenshot({ path: '/tmp/s-meeting.png' })
  await page.keyboard.type('指标值偏低，请调整。')
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(1200)
  await page.getByRole('button', { name: '散会，看纪要' }).click()
  await page.waitForTimeout(1200)
  await page.screenshot({ path: '/tmp/s-minutes.png' })
  await page.emulateMedia({ media: 'print' })
  await page.pdf({ path: '/tmp/minutes.pdf', format: 'A4' })
} finally {
  await browser.close()
  await app.close()
}
