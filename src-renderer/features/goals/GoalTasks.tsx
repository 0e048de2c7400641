import { useState } from 'react'
import type { Task } from '#domain/goals/goal'
import { addUp, formatWan, formatWanExact, parseMoney } from '#domain/money'
import { problemsAt } from '#domain/problem'
import { nextId } from '#storage/stamp'
import { Sheet, type SheetColumn, type SheetMark, type SheetRow } from '#ui/Sheet.tsx'
import type { SectionProps } from './GoalSections.tsx'

const columns: readonly SheetColumn[] = [
  { key: 'name', title: '任务名称', width: 152 },
  { key: 'content', title: '主要内容', width: 250 },
  { key: 'total', title: '总额（万元）', width: 112, align: 'right' },
  { key: 'fiscal', title: '财政拨款（万元）', width: 126, align: 'right' },
  { key: 'other', title: '其他资金（万元）', width: 126, align: 'right' },
]
const moneyColumns = [2, 3, 4] as const

function rowsOf(tasks: readonly Task[]): SheetRow[] {
  return tasks.map((task) => ({
    id: task.id,
    cells: [
      task.name,
      task.content,
      formatWanExact(task.total),
      formatWanExact(task.fiscal),
      formatWanExact(task.other),
    ],
  }))
}

function tasksOf(rows: readonly SheetRow[]): Task[] {
  return rows
    .filter((row) => row.cells.some((text) => text.trim() !== ''))
    .map(({ id, cells: [name = '', content = '', total = '', fiscal = '', other = ''] }) => ({
      id,
      name,
      content,
      total: parseMoney(total, '万元'),
      fiscal: parseMoney(fiscal, '万元'),
      other: parseMoney(other, '万元'),
    }))
}

function settle(cells: readonly string[], changed: readonly number[]): readonly string[] {
  return cells.map((text, at) => {
    if (!changed.includes(at) || at < 2) return text
    const amount = parseMoney(text, '万元')
    return amount === null ? text : formatWanExact(amount)
  })
}

/** 年度主要任务 of a 部门整体 goal. */
export function GoalTasks({ draft, problems, readOnly, focus }: SectionProps) {
  const { tasks } = draft.content
  const [start] = useState(() => rowsOf(tasks))
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())

  function onRows(rows: readonly SheetRow[]) {
    draft.change({ tasks: tasksOf(rows) })
    setUnread(
      new Set(
        rows.flatMap((row) =>
          moneyColumns
            .filter(
              (at) => (row.cells[at] ?? '').trim() !== '' && parseMoney(row.cells[at] ?? '', '万元') === null,
            )
            .map((at) => `${row.id} ${columns[at]?.key ?? ''}`),
        ),
      ),
    )
  }

  function markOf(rowId: string, column: string): SheetMark | null {
    if (unread.has(`${rowId} ${column}`)) return { severity: 'error', text: '不是一个金额，这一格没有保存' }
    const found = column === 'name' ? problemsAt(problems, `tasks.${rowId}`)[0] : undefined
    return found ? { severity: found.severity, text: found.message } : null
  }

  const sum = (key: 'total' | 'fiscal' | 'other') => formatWan(addUp(tasks.map((task) => task[key])))
  return (
    <div data-field="tasks">
      <Sheet
        label="年度主要任务"
        columns={columns}
        rows={start}
        nextId={nextId}
        readOnly={readOnly}
        onRows={onRows}
        onTyping={draft.touch}
        settle={settle}
        markOf={markOf}
        focus={focus?.sheet === 'tasks' ? focus : null}
        sums={{ name: '合计', total: sum('total'), fiscal: sum('fiscal'), other: sum('other') }}
      />
    </div>
  )
}
