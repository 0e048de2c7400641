/** The project's own pictures of the demo book, as the script of screenshots makes them. */
export const pictures: Readonly<Record<string, string>> = {
  ledger: new URL('../../../build/screenshots/ledger.png', import.meta.url).href,
  goal: new URL('../../../build/screenshots/goal.png', import.meta.url).href,
  review: new URL('../../../build/screenshots/review.png', import.meta.url).href,
  import: new URL('../../../build/screenshots/import.png', import.meta.url).href,
  assessment: new URL('../../../build/screenshots/assessment.png', import.meta.url).href,
  dashboard: new URL('../../../build/screenshots/dashboard.png', import.meta.url).href,
}
