import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type SelfEvaluationLine = {
  unitName: string
  code: string
  name: string
  revised: number | null
  paid: number | null
  rate: string
  total: string
  grade: string
  department: string
  state: string
  summary: string
}

const heads: readonly Head<SelfEvaluationLine>[] = [
  { title: '单位', width: 22, kind: 'text', read: (row) => row.unitName },
  { title: '项目编码', width: 23, kind: 'text', read: (row) => row.code },
  { title: '项目名称', width: 32, kind: 'text', read: (row) => row.name },
  { title: '全年预算数', width: 14, kind: 'money', read: (row) => row.revised, summed: true },
  { title: '全年执行数', width: 14, kind: 'money', read: (row) => row.paid, summed: true },
  { title: '执行率', width: 10, kind: 'rate', read: (row) => row.rate },
  { title: '自评总分', width: 10, kind: 'rate', read: (row) => row.total },
  { title: '等级', width: 7, kind: 'text', read: (row) => row.grade },
  { title: '部门评分', width: 10, kind: 'rate', read: (row) => row.department },
  { title: '状态', width: 10, kind: 'text', read: (row) => row.state },
  { title: '自评结论', width: 36, kind: 'text', read: (row) => row.summary },
]

/** 绩效自评情况表: the ledger as it is filtered. */
export async function selfEvaluationsWorkbook(
  rows: readonly SelfEvaluationLine[],
  { year, office }: { year: number; office: string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${year}年度绩效自评情况表`
  addList(book, { sheet: '绩效自评', title, note: `共 ${rows.length} 份`, office }, heads, rows)
  return bytesOf(book)
}
