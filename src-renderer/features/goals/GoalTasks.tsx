import { useState } from 'react'
import type { Task } from '#domain/goals/goal'
import { addUp, type Fen, formatWan, formatWanExact, parseMoney } from '#domain/money'
import { problemsAt } from '#domain/problem'
import { nextId } from '#storage/stamp'
import { amountFault } from '#ui/amount-fault'
import { Sheet, type SheetColumn, type SheetMark, type SheetRow } from '#ui/Sheet.tsx'
import type { SectionProps } from './GoalSections.tsx'

const columns: readonly SheetColumn[] = [
  { key: 'name', title: '任务名称', width: 152 },
  { key: 'content', title: '主要内容', width: 250 },
  { key: 'total', title: '总额（万元）', width: 112, align: 'right' },
  { key: 'fiscal', title: '财政拨款（万元）', width: 126, align: 'right' },
  { key: 'other', title: '其他资金（万元）', width: 126, align: 'right' },
]
const firstMoney = 2

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

/** The rows back as tasks. Where a cell is no amount, what was kept before stays. */
function tasksOf(rows: readonly SheetRow[], before: readonly Task[]): Task[] {
  const kept = new Map(before.map((task) => [task.id, task]))
  const amount = (text: string, last: Fen | null | undefined) =>
    text.trim() === '' ? null : (parseMoney(text, '万元') ?? last ?? null)
  return rows
    .filter((row) => row.cells.some((text) => text.trim() !== ''))
    .map(({ id, cells: [name = '', content = '', total = '', fiscal = '', other = ''] }) => ({
      id,
      name,
      content,
      total: amount(total, kept.get(id)?.total),
      fiscal: amount(fiscal, kept.get(id)?.fiscal),
      other: amount(other, kept.get(id)?.other),
    }))
}

function settle(cells: readonly string[], changed: readonly number[]): readonly string[] {
  return cells.map((text, at) => {
    if (!changed.includes(at) || at < firstMoney) return text
    const amount = parseMoney(text, '万元')
    return amount === null ? text : formatWanExact(amount)
  })
}

function unreadOf(row: SheetRow, column: string): SheetMark | null {
  const at = columns.findIndex(({ key }) => key === column)
  const text = row.cells[at] ?? ''
  if (at < firstMoney || text.trim() === '' || parseMoney(text, '万元') !== null) return null
  return { severity: 'error', text: amountFault(text) }
}

/** 年度主要任务 of a 部门整体 goal. */
export function GoalTasks({ draft, problems, readOnly, focus }: SectionProps) {
  const { tasks } = draft.content
  const [start] = useState(() => rowsOf(tasks))

  function markOf(rowId: string, column: string): SheetMark | null {
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
        onRows={(rows) => draft.change({ tasks: tasksOf(rows, tasks) })}
        onTyping={draft.touch}
        settle={settle}
        unreadOf={unreadOf}
        markOf={markOf}
        focus={focus?.sheet === 'tasks' ? focus : null}
        sums={{ name: '合计', total: sum('total'), fiscal: sum('fiscal'), other: sum('other') }}
      />
    </div>
  )
}
