import type { ClosingRules, OwnClosingWanted } from '#domain/applications/own-rules'
import { type Mark, marks } from '#domain/year-rules'

/** What every part of the page works on: the pack's rules, what the bureau wants instead, and how a change is said. */
export type RulesPart = {
  shipped: ClosingRules
  wanted: OwnClosingWanted
  readOnly: boolean
  onChange: (change: Partial<OwnClosingWanted>) => void
}

export const markNames = Object.fromEntries(
  marks.map((mark) => [mark, { 源: '〔源〕文件明文', 惯: '〔惯〕通行做法', 拟: '〔拟〕本局拟定' }[mark]]),
) as Readonly<Record<Mark, string>> // an entry for every mark

/** The list with a row in the place of the one with its id, or added. */
export function withRow<Row extends { id: string }>(rows: readonly Row[], row: Row): Row[] {
  return [...rows.filter(({ id }) => id !== row.id), row]
}

/** The row as it stands: the bureau's where there is one. */
export function standing<Row extends { id: string }>(shipped: readonly Row[], own: readonly Row[]): Row[] {
  const byId = new Map(own.map((row) => [row.id, row]))
  return shipped.map((row) => byId.get(row.id) ?? row)
}

/** A row on whose ground nobody has said anything yet rests on the bureau's own word, not on the clause it departs from. */
export function rebased<Row extends { clause: string; mark: Mark }>(
  row: Row,
  change: Partial<Row>,
  was: Row,
): Row {
  const isStill =
    row.clause === was.clause && row.mark === was.mark && !('clause' in change) && !('mark' in change)
  const ground = isStill ? { clause: '本局规定', mark: '拟' as const } : {}
  return { ...row, ...ground, ...change }
}
