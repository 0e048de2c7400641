import { expect as plain } from '@playwright/test'

/** For steps, and journeys with several installations at once: what a person waits for may take its time on a busy machine. */
export const expect = plain.configure({ timeout: 20_000 })
