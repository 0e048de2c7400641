import type { ReadTask } from '#domain/goals/read-form'
import { parseMoney } from '#domain/money'
import { address, plain, type SheetText, textAt } from './cells.ts'
import { isLabel } from './header-labels.ts'

type Columns = { name: number; content: number; total?: number; fiscal?: number; other?: number }

function columnsOf(sheet: SheetText, row: number): Columns | undefined {
  const found: Partial<Columns> = {}
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell.left !== column || cell.top !== row) continue
    const label = plain(cell.text)
    if (/^(任务|工作任务|重点工作任务|主要任务)?名称$|^(主要|重点)(工作)?任务$/.test(label))
      found.name ??= column
    else if (/^(主要)?(实施|工作|任务)?(主要)?内容$/.test(label)) found.content ??= column
    else if (/财政(拨款|资金)/.test(label)) found.fiscal ??= column
    else if (/其他资金/.test(label)) found.other ??= column
    else if (/资金|金额|总额/.test(label)) found.total ??= column
  }
  const { name, content } = found
  return name === undefined || content === undefined ? undefined : { ...found, name, content }
}

/** 年度重点工作任务 (年度主要任务) of a department's form: a head with 名称 and 内容, one row a task. */
export function readTasks(sheet: SheetText, from: number, to: number, unit: '元' | '万元'): ReadTask[] {
  const tasks: ReadTask[] = []
  for (let head = from; head < to; head++) {
    const columns = columnsOf(sheet, head)
    if (!columns) continue
    const { name, content } = columns
    for (let row = head + 1; row < to; row++) {
      const at = (column: number | undefined) => (column === undefined ? '' : textAt(sheet, row, column))
      const label = plain(at(name))
      const first = plain(at(0))
      if (/^(金额)?合计|^小计/.test(label) || isLabel(at(name)) || isLabel(first) || /^其他需/.test(first))
        break
      if (label === '' || at(name) === at(content)) continue
      const money = (column: number | undefined) => parseMoney(at(column), unit)
      tasks.push({
        name: at(name),
        content: at(content),
        total: money(columns.total),
        fiscal: money(columns.fiscal),
        other: money(columns.other),
        cell: address(row, name),
      })
    }
    return tasks
  }
  return tasks
}
