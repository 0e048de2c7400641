import { expect, type Page } from '@playwright/test'
import { helpEntries } from '#domain/help/manual'
import { openYear, visit } from './start-book.ts'

/** An address of the house, and the year in whose book it has something to show. */
export type Place = { pattern: string; path: string; year: number }

type Record = { id: string; bookId: string; kind?: string; year?: number; status?: string }

/** Whose records the pages of one record show, and which of them. */
const kept: readonly (readonly [pattern: string, table: string, kind?: string])[] = [
  ['goals/adjustments/', 'adjustments'],
  ['goals/meetings/', 'meetings'],
  ['goals/', 'goals'],
  ['assessments/', 'assessments'],
  ['monitoring/checks/', 'spotChecks'],
  ['monitoring/reports/', 'roundReports'],
  ['monitoring/', 'monitorings'],
  ['disposals/', 'disposals'],
  ['dashboard/brief/', 'goals'],
  ['dashboard/frozen/', 'snapshots'],
  ['dossier/', 'goals'],
  ['evaluation/self/', 'selfEvaluations'],
  ['evaluation/surveys/', 'surveys'],
  ['evaluation/tasks/', 'evaluationTasks'],
  ['applications/', 'applications'],
  ['appraisals/', 'appraisals'],
  ['supervision/reports/', 'registers', 'report'],
]

/** What ships with the program and is no record. */
const shipped: { [pattern: string]: string } = {
  'evaluation/systems/:id': 'evaluation/systems/national-project',
  'appraisals/schemes/:id': 'appraisals/schemes/scheme-county',
}

/** Every address of the table of routes, which the help follows (tests/domain/help), each with a record of the demo where it needs one. */
export async function everyPage(page: Page): Promise<{ places: Place[]; without: string[] }> {
  const patterns = helpEntries.flatMap(({ path, also }) => [path, ...also]).sort()
  const years = new Map((await recordsOf(page, 'books')).map((book) => [book.id, Number(book.year)]))
  const [places, without]: [Place[], string[]] = [[], []]
  for (const pattern of patterns) {
    const path = shipped[pattern] ?? pattern
    if (!path.includes(':')) {
      // Evaluations live in the book of the year that is evaluated.
      places.push({ pattern, path, year: pattern.startsWith('evaluation') ? 2025 : 2026 })
      continue
    }
    const [, table = '', kind] = kept.find(([start]) => pattern.startsWith(start)) ?? []
    const records = table === '' ? [] : await recordsOf(page, table)
    const record = records.findLast((each) => kind === undefined || each.kind === kind)
    if (record) {
      const year = years.get(record.bookId) ?? 2026
      places.push({ pattern, path: path.replace(/:\w+/, record.id), year })
    } else without.push(pattern)
  }
  return { places: places.toSorted((left, right) => right.year - left.year), without }
}

/** What a table of the open database holds, of each record what tells it apart. */
export async function recordsOf(page: Page, table: string): Promise<Record[]> {
  return page.evaluate(
    (name) =>
      new Promise<Record[]>((resolve, reject) => {
        const opening = indexedDB.open('jiheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(
              reading.result.map(({ id, bookId = '', kind, year, status }) => ({
                id,
                bookId,
                kind,
                year,
                status,
              })),
            )
          }
        }
      }),
    table,
  )
}

/** Opens the page in the right year's book, in a duty that may see it, and waits until it shows what it has. */
export async function openPlace(page: Page, { path, year }: Place): Promise<void> {
  const shown = page.getByRole('banner').getByRole('button', { name: /\d{4} 年度/ })
  // A meeting has the whole screen.
  if (!(await shown.isVisible())) await visit(page, '')
  if (!(await shown.innerText()).includes(String(year))) {
    await visit(page, '')
    await openYear(page, String(year))
  }
  await visit(page, path)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('progressbar', { name: '正在打开' })).toHaveCount(0)
  // A board is worked out before it shows anything.
  await expect(page.locator('main')).toHaveText(/\S/)
  // A page that is drawn piece by piece has settled when nothing is added for a moment.
  await page.waitForTimeout(300)
  const allowed = page.getByRole('button', { name: /^切换到/ }).first()
  if (!(await allowed.isVisible())) return
  await allowed.click()
  await expect(allowed).toBeHidden()
  await page.waitForLoadState('networkidle')
}
