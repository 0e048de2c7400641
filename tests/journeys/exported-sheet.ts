import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { read, type WorkSheet } from 'xlsx'
import type { RunningApp } from './app.ts'

/** The form of a project as its page exports it for the unit to fill in. */
export async function exportedSheet(
  page: Page,
  { exportsDir }: RunningApp,
  button: string,
  project: string,
): Promise<WorkSheet> {
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText(new RegExp(`已导出 .*${project}.*\\.xlsx`))).toBeVisible()
  const name = readdirSync(exportsDir).find((each) => each.includes(project)) ?? ''
  const book = read(readFileSync(join(exportsDir, name)))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('the export has a sheet')
  return sheet
}
