import type { Locator, Page } from '@playwright/test'
import { expect } from './patient.ts'

/** Takes a step of a flow by its word: the button, the opinion where one is wanted, and the same word in the dialog. */
export async function takeStep(page: Page, verb: string, opinion = ''): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).last().click()
  const dialog = page.getByRole('dialog')
  if (opinion !== '') await dialog.getByLabel(/意见/).fill(opinion)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Where the document that is open stands on its road. */
export function stateNow(page: Page): Locator {
  return page.getByRole('list', { name: '进度' }).locator('[aria-current=step]')
}
