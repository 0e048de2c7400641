import { useMemo, useState } from 'react'
import { formatWeight } from '#domain/goals/weights'
import { addUp } from '#domain/money'
import { compositeSoFar } from '#domain/monitoring/lights'
import { measured } from '#domain/monitoring/monitoring'
import { percentText } from '#domain/monitoring/ratio'
import { monthsText } from '#domain/monitoring/round'
import { likelihoods, type MonitoringRules } from '#domain/monitoring/rules'
import type { Problem } from '#domain/problem'
import { Sheet, type SheetColumn, type SheetMark, type SheetRow } from '#ui/Sheet.tsx'
import {
  type EntryKey,
  entriesOfRows,
  entryKeys,
  rowOfEntry,
  settleEntry,
  targetsOf,
  unreadMark,
} from './entry-rows.ts'
import type { MonitoringDraft } from './part.ts'

const shapes: Readonly<Record<EntryKey, Omit<SheetColumn, 'key' | 'choices'>>> = {
  project: { title: '项目', width: 170, readOnly: true },
  level2: { title: '二级指标', width: 80, readOnly: true },
  name: { title: '三级指标', width: 136, readOnly: true },
  target: { title: '年度指标值', width: 86, align: 'right', readOnly: true },
  actual: { title: '执行情况', width: 96, align: 'right' },
  forecast: { title: '全年预计', width: 80, align: 'right' },
  rate: { title: '完成率', width: 66, align: 'right', readOnly: true },
  likelihood: { title: '可能性', width: 76 },
  causes: { title: '偏差原因', width: 96 },
  causeText: { title: '原因说明', width: 150 },
  weight: { title: '权重', width: 46, align: 'right', readOnly: true },
}

/** Columns of the sheet; the month stands in the head as on the form. */
export function entryColumns(month: number, rules: MonitoringRules): SheetColumn[] {
  return entryKeys.map((key) => {
    const shape: SheetColumn = { key, ...shapes[key] }
    if (key === 'actual') return { ...shape, title: `${monthsText(month)}完成` }
    if (key === 'likelihood') return { ...shape, choices: () => Object.values(likelihoods) }
    if (key === 'causes') return { ...shape, choices: () => rules.causes.map(({ name }) => name) }
    return shape
  })
}

function noNewRow(): string {
  return ''
}

/** 绩效指标 of one form, like in a spreadsheet: paste from Excel, fill down, undo. */
export function EntrySheet(props: {
  draft: MonitoringDraft
  rules: MonitoringRules
  problems: readonly Problem[]
  readOnly: boolean
  focus: { rowId: string; column: string; turn: number } | null
  /** A cell was left, filled or not. */
  onLeave: (at: string) => void
}) {
  const { draft, rules, problems } = props
  const { form } = draft
  // The project is the page itself: its column is hidden by taking it away at both ends.
  const columns = useMemo(() => entryColumns(form.month, rules).slice(1), [form.month, rules])
  const [start] = useState(() => form.entries.map((entry) => withoutProject(rowOfEntry(entry, rules))))
  const targets = useMemo(() => targetsOf(form.entries), [form.entries])
  const marks = useMemo(() => {
    const found = new Map<string, SheetMark>()
    for (const { at, severity, message } of problems) {
      const [part, id = '', column = ''] = at.split('.')
      if (part === 'entries' && !found.has(`${id} ${column}`))
        found.set(`${id} ${column}`, { severity, text: message })
    }
    return found
  }, [problems])

  const composite = compositeSoFar(form.entries.map(measured), rules)
  return (
    <Sheet
      label="绩效指标完成情况"
      columns={columns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      readOnly={props.readOnly}
      focus={props.focus}
      onRows={(rows) => {
        const whole = rows.map(withProject)
        draft.change((before) => ({ entries: entriesOfRows(before.entries, whole, rules) }))
      }}
      settle={(cells, changed) =>
        settleEntry(
          ['', ...cells],
          changed.map((at) => at + 1),
          targets,
          rules,
        ).slice(1)
      }
      unreadOf={(row, column) => unreadMark(withProject(row), column, rules)}
      onLeave={(rowId, column) => props.onLeave(`entries.${rowId}.${column}`)}
      markOf={(rowId, column) => marks.get(`${rowId} ${column}`) ?? null}
      sums={{
        name: `共 ${form.entries.length} 条`,
        actual: composite ? `综合 ${percentText(composite)}` : '',
        weight: formatWeight(addUp(form.entries.map(({ weight }) => weight))),
      }}
      blank="目标中还没有指标。请先补充目标的绩效指标。"
    />
  )
}

function withoutProject(row: SheetRow): SheetRow {
  return { id: row.id, cells: row.cells.slice(1) }
}

function withProject(row: SheetRow): SheetRow {
  return { id: row.id, cells: ['', ...row.cells] }
}
