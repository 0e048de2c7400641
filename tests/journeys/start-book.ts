import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { RunningApp } from './app.ts'

/** Of the first account. */
export const password = 'Jiheng-2025'

/** From the page of an empty installation to the home page of the demo book. */
export async function loadDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开演示账套' }).click()
  await expect(page.getByRole('note')).toContainText('演示账套', { timeout: 20_000 })
}

/** The home page of the demo book, loaded now where the journey began with nothing. */
export async function openDemo(page: Page, app: RunningApp): Promise<void> {
  await page.goto(app.url)
  if (app.holds === 'nothing') await loadDemo(page)
  else await expect(page.getByRole('note')).toContainText('演示账套')
}

/** The recovery code that stands over everything once a first account was made; put away, as a person would. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const cover = page.getByRole('dialog', { name: '恢复码' })
  const code = await cover.getByRole('status', { name: '恢复码' }).innerText()
  await cover.getByRole('button', { name: '已收好，继续' }).click()
  await expect(cover).toBeHidden()
  return code
}

/** From an empty installation to the home page of a new book; gives the recovery code. */
export async function createBook(page: Page, app: RunningApp, year = '2025'): Promise<string> {
  await page.goto(app.url)
  await page.getByLabel('年度').fill(year)
  await page.getByLabel('经办人').fill('王晓')
  await page.getByLabel('登录密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
  await page.getByRole('button', { name: '新建账套' }).click()
  const code = await keepRecoveryCode(page)
  await expect(page.getByRole('banner')).toContainText(`${year} 年度`)
  return code
}

/** A page of the application by its address within the window, once it is the one that stands there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = target
  }, `#/${path}`)
  await page.waitForFunction(
    () =>
      decodeURI(document.querySelector('main')?.dataset.address ?? '') === decodeURI(location.hash.slice(1)),
  )
}

/** Logs in again after the window was opened anew. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
}

/** Changes to another duty held, as the menu names it. */
export async function switchDuty(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /·/ }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible()
}

/** Opens the book of another year by the menu of the top bar; the pages name years too, so only the bar is asked. */
export async function openYear(page: Page, year: string): Promise<void> {
  const shown = page.getByRole('banner').getByRole('button', { name: /\d{4} 年度/ })
  await shown.click()
  await page
    .getByRole('menuitem', { name: new RegExp(`^${year} 年度`) })
    .first()
    .click()
  await expect(shown).toContainText(`${year} 年度`)
}
