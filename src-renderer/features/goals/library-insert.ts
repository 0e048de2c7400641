import { asIndicator, type LibraryIndicator } from '#domain/library/indicator'
import type { YearRules } from '#domain/year-rules'
import { columnOf, type Row, rowsOfIndicators } from './goal-indicator-rows.ts'

/**
 * The rows of a sheet with entries of the library put in: each below the last row of its second level, else below the
 * last of its first level, else where the order of the frame has it. Blank rows stay at the end.
 */
export function withEntries(
  rows: readonly Row[],
  entries: readonly LibraryIndicator[],
  rules: YearRules,
  nextId: () => string,
  fillYears: (cells: readonly string[]) => readonly string[],
): { rows: Row[]; row: number; col: number } {
  const next = [...rows]
  const made = rowsOfIndicators(
    entries.map((entry) => asIndicator(entry, nextId(), rules)),
    null,
    null,
  )
  for (const { id, cells } of made) {
    const wanted = { level1: cells[columnOf('level1')] ?? '', level2: cells[columnOf('level2')] ?? '' }
    next.splice(placeFor(next, wanted, rules), 0, { id, cells: fillYears(cells) })
  }
  const row = next.findIndex(({ id }) => id === made[0]?.id)
  return { rows: next, row, col: columnOf('value') }
}

function placeFor(
  rows: readonly Row[],
  wanted: { level1: string; level2: string },
  rules: YearRules,
): number {
  const level1 = columnOf('level1')
  const level2 = columnOf('level2')
  const same = rows.findLastIndex(
    ({ cells }) => cells[level1] === wanted.level1 && cells[level2] === wanted.level2,
  )
  if (same >= 0) return same + 1
  const order = rules.frame.flatMap((upper) => upper.level2.map((second) => `${upper.name} ${second.name}`))
  const rank = (upper: string, second: string) => order.indexOf(`${upper} ${second}`)
  const own = rank(wanted.level1, wanted.level2)
  const before = rows.findLastIndex(({ cells }) => {
    const other = rank(cells[level1] ?? '', cells[level2] ?? '')
    return other >= 0 && other < own
  })
  return before + 1
}
