import type { Fen } from '#domain/money'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type AdjustmentLine = {
  department: string
  unit: string
  name: string
  number: number
  before: Fen | null
  after: Fen | null
  change: Fen | null
  size: string
  state: string
  approvedOn: string
  reason: string
  budgetEffect: string
}

/** What the adjustments of a unit come to; only approved ones. */
export type UnitLine = {
  name: string
  count: number
  goals: number
  most: number
  increased: Fen
  decreased: Fen
  net: Fen
  open: number
}

const lineHeads: readonly Head<AdjustmentLine>[] = [
  { title: '主管部门', width: 18, kind: 'text', read: (row) => row.department },
  { title: '单位', width: 20, kind: 'text', read: (row) => row.unit },
  { title: '项目名称', width: 30, kind: 'text', read: (row) => row.name },
  { title: '第几次', width: 8, kind: 'count', read: (row) => row.number },
  { title: '调整前（万元）', width: 14, kind: 'money', read: (row) => row.before },
  { title: '调整后（万元）', width: 14, kind: 'money', read: (row) => row.after },
  { title: '增减（万元）', width: 14, kind: 'money', read: (row) => row.change, summed: true },
  { title: '变化', width: 8, kind: 'text', read: (row) => row.size },
  { title: '状态', width: 9, kind: 'text', read: (row) => row.state },
  { title: '批准日期', width: 12, kind: 'text', read: (row) => row.approvedOn },
  { title: '调整理由', width: 32, kind: 'text', read: (row) => row.reason },
  { title: '对预算的影响', width: 26, kind: 'text', read: (row) => row.budgetEffect },
]

const unitHeads: readonly Head<UnitLine>[] = [
  { title: '单位', width: 36, kind: 'text', read: (row) => row.name },
  { title: '调整次数', width: 11, kind: 'count', read: (row) => row.count, summed: true },
  { title: '调整目标（个）', width: 15, kind: 'count', read: (row) => row.goals, summed: true },
  { title: '单个最多（次）', width: 15, kind: 'count', read: (row) => row.most },
  { title: '调增（万元）', width: 15, kind: 'money', read: (row) => row.increased, summed: true },
  { title: '调减（万元）', width: 15, kind: 'money', read: (row) => row.decreased, summed: true },
  { title: '净增减（万元）', width: 15, kind: 'money', read: (row) => row.net, summed: true },
  { title: '在办（份）', width: 11, kind: 'count', read: (row) => row.open, summed: true },
]

type Heading = { year: number; office: string }

/** 绩效目标调整台账 in two sheets: the applications, and what was approved by unit for next year's budget. */
export async function adjustmentsWorkbook(
  lines: readonly AdjustmentLine[],
  units: readonly UnitLine[],
  { year, office }: Heading,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const titled = (sheet: string, count: string) => ({
    sheet,
    title: `${year}年度绩效目标调整（${sheet}）`,
    note: count,
    office,
  })
  addList(book, titled('目标调整台账', `共 ${lines.length} 份申请`), lineHeads, lines)
  addList(book, titled('按单位汇总', `共 ${units.length} 个单位，只计已批准的调整`), unitHeads, units)
  return bytesOf(book)
}
