import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Faults that keep someone out; the rest is taste. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Nothing is framed, and of what is right nothing is written down: a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)
}
