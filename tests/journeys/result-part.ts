import type { Locator, Page } from '@playwright/test'

/** The way to a part of what an evaluation came to. */
export function resultPart(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: '结果的各部分' }).getByRole('button', { name })
}
