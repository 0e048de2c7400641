import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { signUp } from './exchange-world.ts'
import { seriousFaults } from './serious-faults.ts'
import { createBook, keepRecoveryCode, logIn, password } from './start-book.ts'

test('opens with its frame, quietly and without a token in the address', async ({ page, app }) => {
  await page.goto(app.url)
  await expect(page.locator('main')).toBeVisible()
  await expect(page.getByText('绩衡').first()).toBeVisible()
  expect(page.url()).not.toContain('token')
  await page.getByLabel('单位名称').fill('南江县财政局（新）')
  await page.getByLabel('经办人').fill('王晓')
  await page.getByLabel('登录密码').fill('Jiheng-2025')
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  // What was typed is there again, but for the password.
  await expect(page.getByLabel('单位名称')).toHaveValue('南江县财政局（新）')
  await expect(page.getByLabel('经办人')).toHaveValue('王晓')
  await expect(page.getByLabel('登录密码')).toHaveValue('')

  // So it is where a unit begins with the package of its bureau.
  await page.getByRole('button', { name: '打开参数包' }).click()
  await page.getByLabel('姓名').fill('李芳')
  await page.reload()
  await page.getByRole('button', { name: '打开参数包' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue('李芳')
  await signUp(page, '李芳')
  await page.getByRole('button', { name: '下一步' }).click()
  await keepRecoveryCode(page)
  await page.getByLabel('单位代码').fill('201001')
  await page.getByLabel('单位名称').fill('南江县教育局')
  await page.reload()
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '打开参数包' }).click()
  await expect(page.getByLabel('单位名称')).toHaveValue('南江县教育局')
  await expect(page.getByLabel('单位代码')).toHaveValue('201001')
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

test('a clock that was put back and a database of a newer version are said plainly, and nothing is lost', async ({
  page,
  app,
}) => {
  // Whoever has just said who he is must not be asked for it, not even for the moment in which his recovery code is made.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('form[aria-label=登录]')) document.documentElement.dataset.asked = 'login'
    }).observe(document, { subtree: true, childList: true })
  })
  await createBook(page, app)
  await expect(page.locator('html')).not.toHaveAttribute('data-asked')
  await page.clock.setFixedTime('2021-03-01T09:00:00+08:00')
  await page.reload()
  await expect(page.getByRole('heading', { name: '系统时间可能不对' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('2021-03-01')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '现在的时间正确，继续' }).click()
  await logIn(page)
  await page.reload()
  await expect(page.getByRole('form', { name: '登录' })).toBeVisible()

  // As a newer program would leave it.
  await page.goto(`${app.origin}/no-such-page`)
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('jiheng', 9990)
        request.onupgradeneeded = () => request.result.createObjectStore('future')
        request.onsuccess = () => resolve(request.result.close())
        request.onerror = () => reject(request.error)
      }),
  )
  await page.goto(app.url)
  await expect(page.getByRole('heading', { name: '绩衡没有打开' })).toBeVisible()
  await expect(page.getByText('请安装新版本后再试')).toBeVisible()
  // A refusal is no bug: there is nothing in it to be read by a person.
  await expect(page.locator('pre')).toHaveCount(0)
  const stored = await page.evaluate(() => indexedDB.databases())
  expect(stored).toContainEqual({ name: 'jiheng', version: 9990 })
  await expect(page.getByRole('button', { name: '移开打不开的数据库…' })).toHaveCount(0)
})

test('the start page has no serious fault', async ({ page, app }) => {
  await page.goto(app.url)
  await expect(page.getByRole('button', { name: '打开演示账套' })).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
})
