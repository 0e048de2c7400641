import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Faults that keep someone out; the rest is taste. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)
}
