import type { Fen } from '#domain/money'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type AssessmentLedgerRow = {
  department: string
  unit: string
  section: string
  name: string
  kind: string
  amount: Fen | null
  recommended: Fen | null
  cut: Fen | null
  state: string
  number: string
  why: string
  clause: string
}

const heads: readonly Head<AssessmentLedgerRow & { order: number }>[] = [
  { title: '序号', width: 6, kind: 'count', read: (row) => row.order },
  { title: '主管部门', width: 18, kind: 'text', read: (row) => row.department },
  { title: '单位', width: 20, kind: 'text', read: (row) => row.unit },
  { title: '归口股室', width: 14, kind: 'text', read: (row) => row.section },
  { title: '项目名称', width: 34, kind: 'text', read: (row) => row.name },
  { title: '对象', width: 7, kind: 'text', read: (row) => row.kind },
  { title: '申报金额（万元）', width: 14, kind: 'money', read: (row) => row.amount, summed: true },
  { title: '建议金额（万元）', width: 14, kind: 'money', read: (row) => row.recommended, summed: true },
  { title: '核减金额（万元）', width: 14, kind: 'money', read: (row) => row.cut, summed: true },
  { title: '状态、结论', width: 12, kind: 'text', read: (row) => row.state },
  { title: '评估编号', width: 18, kind: 'text', read: (row) => row.number },
  { title: '评估事由', width: 36, kind: 'text', read: (row) => row.why },
  { title: '依据', width: 22, kind: 'text', read: (row) => row.clause },
]

/** 事前绩效评估台账: assessed, due and exempt with the sums cut; frozen head, filter, A4 landscape. */
export async function assessmentLedgerWorkbook(
  rows: readonly AssessmentLedgerRow[],
  { year, office }: { year: number; office: string },
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const about = {
    sheet: '事前绩效评估台账',
    title: `${year}年度事前绩效评估台账`,
    note: `共 ${rows.length} 项`,
    office,
  }
  const numbered = rows.map((row, index) => ({ ...row, order: index + 1 }))
  addList(book, about, heads, numbered)
  return bytesOf(book)
}
