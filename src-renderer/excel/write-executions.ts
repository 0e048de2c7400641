import { formatRate, type Share } from '#domain/execution/rate'
import type { Figures } from '#domain/execution/totals'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type ExecutionListLine = {
  name: string
  code: string
  unitName: string
  figures: Figures
  /** Whether the treasury shows anything of it. */
  isKnown: boolean
  reference: Share | null
  state: string
  notices: string
}

function known<Field extends 'allocated' | 'paid' | 'rate'>(field: Field) {
  return ({ figures, isKnown }: ExecutionListLine) => (isKnown ? figures[field] : null)
}

const heads: readonly Head<ExecutionListLine>[] = [
  { title: '单位', width: 22, kind: 'text', read: (row) => row.unitName },
  { title: '项目编码', width: 23, kind: 'text', read: (row) => row.code },
  { title: '项目名称', width: 32, kind: 'text', read: (row) => row.name },
  { title: '年初预算', width: 14, kind: 'money', read: ({ figures }) => figures.initial, summed: true },
  { title: '调整后预算', width: 14, kind: 'money', read: ({ figures }) => figures.adjusted, summed: true },
  { title: '指标下达', width: 14, kind: 'money', read: known('allocated'), summed: true },
  { title: '支出', width: 14, kind: 'money', read: known('paid'), summed: true },
  { title: '支出进度', width: 10, kind: 'rate', read: (row) => formatRate(known('rate')(row)) },
  { title: '参照', width: 10, kind: 'rate', read: ({ reference }) => formatRate(reference) },
  {
    ...{ title: '与参照差额', width: 14, kind: 'money' },
    read: ({ figures, reference }) => (reference === null ? null : figures.gap),
  },
  { title: '国库数', width: 11, kind: 'text', read: (row) => row.state },
  { title: '提示', width: 16, kind: 'text', read: (row) => row.notices },
]

/** 预算执行台账 at the end of a month. */
export async function executionWorkbook(
  rows: readonly ExecutionListLine[],
  { year, month, office }: { year: number; month: number; office: string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${year}年1—${month}月预算执行台账`
  addList(book, { sheet: '预算执行', title, note: `数据截至${year}年${month}月底`, office }, heads, rows)
  return bytesOf(book)
}
