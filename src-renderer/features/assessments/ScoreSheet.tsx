import { useMemo, useRef, useState } from 'react'
import { combinedScore, pointsText } from '#domain/assessments/score'
import { useSession } from '#session'
import { Sheet, type SheetColumn, type SheetRow } from '#ui/Sheet.tsx'
import { rowId } from './fresh.ts'
import type { PartProps } from './part.ts'
import { expertsOfRows, faultOfCell, leading, rowsOfScores, settleScores, unreadMark } from './score-rows.ts'

/** Items × experts like in a spreadsheet; the column of who has submitted is read-only. */
export function ScoreSheet({ draft, readOnly }: { draft: PartProps['draft']; readOnly: boolean }) {
  const { rules } = useSession()
  const { assessment, change } = draft
  const [experts] = useState(assessment.experts)
  const table = rules.assessment.tables[assessment.kind]
  const items = useMemo(
    () => new Map(table.flatMap((one) => one.items.map((item) => [item.id, item] as const))),
    [table],
  )
  const [start] = useState(() => rowsOfScores(experts, combinedScore(experts, table)))
  const latest = useRef<readonly SheetRow[]>(start)
  const columns: SheetColumn[] = [
    { key: 'dimension', title: '维度', width: 112, readOnly: true },
    // A few experts leave room for the text.
    { key: 'item', title: '审核要点', width: Math.max(230, 580 - 78 * experts.length), readOnly: true },
    { key: 'points', title: '分值', width: 50, align: 'right', readOnly: true },
    ...experts.map(
      ({ id, submittedOn }, index): SheetColumn => ({
        key: id,
        title: assessment.experts[index]?.name || `专家 ${index + 1}`,
        width: 78,
        align: 'right',
        readOnly: submittedOn !== '',
      }),
    ),
    { key: 'mean', title: '平均', width: 60, align: 'right', readOnly: true },
  ]

  function onRows(rows: readonly SheetRow[]) {
    latest.current = rows
    const ids = experts.map(({ id }) => id)
    change('work', (before) => ({
      experts: expertsOfRows(before.experts, ids, rows, table, rules.assessment),
    }))
  }

  const score = combinedScore(assessment.experts, table)
  const totals = Object.fromEntries(
    assessment.experts.map((expert) => [
      expert.id,
      pointsText(combinedScore([{ ...expert, submittedOn: '-' }], table).total),
    ]),
  )
  return (
    <Sheet
      label="专家评分"
      columns={columns}
      rows={start}
      nextId={rowId}
      fixedRows
      readOnly={readOnly}
      onRows={onRows}
      settle={(cells, changed) => {
        const item = [...items.values()].find(({ text }) => text === cells[1])
        return settleScores(cells, changed, item, rules.assessment)
      }}
      unreadOf={({ id, cells }, column) => {
        const index = experts.findIndex((expert) => expert.id === column)
        if (index < 0 || experts[index]?.submittedOn !== '') return null
        return unreadMark(cells[leading + index] ?? '', items.get(id), rules.assessment)
      }}
      markOf={(id, column) => {
        const index = experts.findIndex((expert) => expert.id === column)
        const row = latest.current.find((each) => each.id === id)
        if (index < 0 || !row) return null
        return faultOfCell(row.cells[leading + index] ?? '', items.get(id), rules.assessment)
      }}
      sums={{
        item: '合计',
        points: pointsText(score.full).replace('.00', ''),
        ...totals,
        mean: score.experts === 0 ? '' : pointsText(score.total),
      }}
    />
  )
}
