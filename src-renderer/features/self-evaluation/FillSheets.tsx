import { useMemo, useState } from 'react'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { useSession } from '#session'
import { Sheet, type SheetColumn, type SheetMark, type SheetRow } from '#ui/Sheet.tsx'
import { entryColumns } from './EntrySheet.tsx'
import { unreadMark } from './entry-rows.ts'
import {
  entriesIn,
  formsByLabel,
  rowsOfEntries,
  rowsOfTexts,
  sameEntries,
  settleRow,
  textsIn,
} from './fill-rows.ts'
import type { SelfEvaluationsSaver } from './self-evaluation-saver.ts'

export type FillProps = { forms: readonly SelfEvaluation[]; saver: SelfEvaluationsSaver }

const project: SheetColumn = { key: 'project', title: '项目', width: 140, readOnly: true }

/** Over several projects there is more room than beside the panel of one. */
const wider: Readonly<Record<string, number>> = { name: 176, deviation: 230 }
const columns = [project, ...entryColumns.map((each) => ({ ...each, width: wider[each.key] ?? each.width }))]

function noNewRow(): string {
  return ''
}

/** Every indicator of every project in one sheet: one column pasted from Excel fills a whole unit. */
export function FillEntries({ forms, saver }: FillProps) {
  const { rules } = useSession()
  const labels = useMemo(() => formsByLabel(forms), [forms])
  const [start] = useState(() => rowsOfEntries(labels, rules))
  const marks = useMemo(() => marksOf(forms, rules), [forms, rules])

  function onRows(rows: readonly SheetRow[]) {
    const changed = forms.filter((form) => !sameEntries(entriesIn(form, rows), form.entries))
    saver.change(changed.map(({ id }) => ({ id, patch: (before) => ({ entries: entriesIn(before, rows) }) })))
  }

  return (
    <Sheet
      label="各项目指标自评"
      columns={columns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      onRows={onRows}
      settle={(cells, changed) => settleRow(cells, changed, labels, rules)}
      unreadOf={({ id, cells }, column) => unreadMark({ id, cells: cells.slice(1) }, column)}
      markOf={(rowId, column) => marks.get(`${rowId} ${column}`) ?? null}
      sums={{ project: `${forms.length} 个项目`, name: `共 ${start.length} 条` }}
    />
  )
}

/** Findings by cell; of a row that nobody has filled in yet there is nothing to say. */
function marksOf(
  forms: readonly SelfEvaluation[],
  rules: Parameters<typeof selfEvaluationProblems>[1],
): Map<string, SheetMark> {
  const marks = new Map<string, SheetMark>()
  for (const form of forms) {
    const filled = new Set(form.entries.flatMap(({ id, actual }) => (actual.trim() === '' ? [] : [id])))
    for (const { at, severity, message } of selfEvaluationProblems(form, rules)) {
      const [part, id = '', column = ''] = at.split('.')
      const key = `${form.id}/${id} ${column}`
      if (part === 'entries' && filled.has(id) && !marks.has(key)) marks.set(key, { severity, text: message })
    }
  }
  return marks
}

const textColumns: readonly SheetColumn[] = [
  project,
  { key: 'revised', title: '全年预算数（万元）', width: 136, align: 'right', readOnly: true },
  { key: 'paid', title: '全年执行数（万元）', width: 136, align: 'right', readOnly: true },
  { key: 'rate', title: '执行率', width: 66, align: 'right', readOnly: true },
  { key: 'completion', title: '年度目标完成情况', width: 180 },
  { key: 'fundsReason', title: '执行率原因', width: 104 },
  { key: 'summary', title: '自评结论与成效', width: 116 },
  { key: 'problems', title: '存在问题及原因', width: 116 },
  { key: 'measures', title: '改进措施和建议', width: 116 },
]

/** What is said of every project as a whole, one row each. */
export function FillTexts({ forms, saver }: FillProps) {
  const { rules } = useSession()
  const [start] = useState(() => rowsOfTexts(formsByLabel(forms), rules))

  function onRows(rows: readonly SheetRow[]) {
    const changed = forms.filter((form) => Object.keys(textsIn(form, rows)).length > 0)
    saver.change(changed.map(({ id }) => ({ id, patch: (before) => textsIn(before, rows) })))
  }

  return (
    <Sheet
      label="各项目总体情况"
      columns={textColumns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      onRows={onRows}
      sums={{ project: `${forms.length} 个项目` }}
    />
  )
}
