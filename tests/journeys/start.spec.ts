import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'

test('opens with its frame, quietly and without a token in the address', async ({ page, app }) => {
  await page.goto(app.url)
  await expect(page.locator('main')).toBeVisible()
  await expect(page.getByText('绩衡').first()).toBeVisible()
  expect(page.url()).not.toContain('token')
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('applies its styles under the content policy', async ({ page, app }) => {
  const response = await page.goto(app.url)
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'")
  await expect(page.locator('main')).toBeVisible()
  const rules = await page.evaluate(() =>
    [...document.querySelectorAll('style')].reduce(
      (sum, style) => sum + (style.sheet?.cssRules.length ?? 0),
      0,
    ),
  )
  expect(rules).toBeGreaterThan(0)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = 1'
    document.body.append(script)
    return 'intruder' in window
  })
  expect(ran).toBe(false)
})

test('keeps the token to this account', async ({ app }) => {
  expect(statSync(join(app.dataDir, 'session.json')).mode & 0o077).toBe(0)
})

test('a stranger who opens the address gets no data and no calls', async ({ page, app }) => {
  await page.goto(app.origin)
  const status = await page.evaluate(async () => (await fetch('/call', { method: 'POST' })).status)
  expect(status).toBe(403)
})
