import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { keepRecoveryCode, password } from './start-book.ts'

/** Opens the application on a new book of the forms' year. */
export async function newBook(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('年度', { exact: true }).fill('2026')
  await page.getByLabel('经办人').fill('王某')
  await page.getByLabel('登录密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
  await page.getByRole('button', { name: '新建账套' }).click()
  await keepRecoveryCode(page)
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

export async function openImport(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/goals/import'
  })
  await expect(page.getByRole('button', { name: '选择文件夹' })).toBeVisible()
}

/** Chooses files and waits for 核对. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([...paths])
  await expect(page.locator('[data-step=核对]')).toBeVisible({ timeout: 30_000 })
}

/** 写入, of exactly `count` rows where it is given. */
export async function writeChosen(page: Page, count?: number): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^写入 ${count ?? '\\d+'} 项$`) }).click()
  await expect(page.getByText('写入完成')).toBeVisible({ timeout: 30_000 })
}

/** The button of a group of 核对, with its count. */
export function group(page: Page, name: string, count: number) {
  return page
    .getByRole('group', { name: '按结果筛选' })
    .getByRole('button', { name: new RegExp(`${name} ${count}$`) })
}

/** Writes files below a folder; returns their paths. */
export function filesIn(folder: string, files: readonly { name: string; bytes: Uint8Array }[]): string[] {
  return files.map(({ name, bytes }) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    return path
  })
}
