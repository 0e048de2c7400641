import { type ReactNode, useMemo, useState } from 'react'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { addUp } from '#domain/money'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { Sheet, type SheetColumn, type SheetMark } from '#ui/Sheet.tsx'
import {
  type EntryKey,
  entriesByHead,
  entriesOfRows,
  entryKeys,
  remarks,
  rowOfEntry,
  settleEntry,
  unreadMark,
} from './entry-rows.ts'
import type { SelfEvaluationSaver } from './self-evaluation-saver.ts'

const shapes: Readonly<Record<EntryKey, Omit<SheetColumn, 'key'>>> = {
  level2: { title: '二级指标', width: 74, readOnly: true },
  name: { title: '三级指标', width: 118, readOnly: true },
  target: { title: '指标值', width: 74, align: 'right', readOnly: true },
  actual: { title: '完成值', width: 70, align: 'right' },
  weight: { title: '分值', width: 50, align: 'right' },
  auto: { title: '规则分', width: 60, align: 'right', readOnly: true },
  own: { title: '自评分', width: 60, align: 'right' },
  ownReason: { title: '评分理由', width: 76 },
  deviation: { title: '偏差原因及改进措施', width: 152 },
  remark: { title: '考核', width: 64, choices: () => Object.values(remarks) },
}
/** Columns of the sheet of one form; over several the project stands before them. */
export const entryColumns: readonly SheetColumn[] = entryKeys.map((key) => ({ key, ...shapes[key] }))

function noNewRow(): string {
  return ''
}

/** 绩效指标 of the form, like in a spreadsheet: paste from Excel, fill down, undo. */
export function EntrySheet(props: {
  draft: SelfEvaluationSaver
  score: SelfEvaluationScore
  problems: readonly Problem[]
  readOnly: boolean
  focus: { rowId: string; column: string; turn: number } | null
  /** Further buttons beside those of the rows. */
  tools?: ReactNode
}) {
  const { draft, score, problems } = props
  const { rules } = useSession()
  const { form } = draft
  const [start] = useState(() => form.entries.map((entry) => rowOfEntry(entry, rules)))
  const heads = useMemo(() => entriesByHead(form.entries), [form.entries])
  const marks = useMemo(() => {
    const found = new Map<string, SheetMark>()
    for (const { at, severity, message } of problems) {
      const [part, id = '', column = ''] = at.split('.')
      const key = `${id} ${column}`
      if (part === 'entries' && !found.has(key)) found.set(key, { severity, text: message })
    }
    return found
  }, [problems])
  const scored = addUp(score.entries.map((entry) => entry.score))
  return (
    <Sheet
      label="绩效指标自评"
      columns={entryColumns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      readOnly={props.readOnly}
      focus={props.focus}
      tools={props.tools}
      onRows={(rows) => draft.change((before) => ({ entries: entriesOfRows(before.entries, rows) }))}
      settle={(cells, changed) => settleEntry(cells, changed, heads, rules)}
      unreadOf={unreadMark}
      markOf={(rowId, column) => marks.get(`${rowId} ${column}`) ?? null}
      sums={{
        name: `共 ${form.entries.length} 条`,
        weight: formatWeight(addUp(form.entries.map(({ weight }) => weight))),
        auto: '得分',
        own: scoreText(scored),
      }}
      blank="目标中还没有指标。请先补充目标的绩效指标，再重新布置自评。"
    />
  )
}
