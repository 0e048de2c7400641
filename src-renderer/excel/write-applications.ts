import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

/** One application as the ledger has it; money in 分. */
export type ApplicationLine = {
  rank: number
  unitName: string
  name: string
  code: string
  kind: string
  budgetBook: string
  source: string
  result: string
  score: string
  budget: number | null
  proposed: string
  proposedChange: number | null
  decided: string
  decidedChange: number | null
  decidedBy: string
  decidedOn: string
  nextName: string
  doneChange: number | null
  answer: string
  state: string
  rectification: string
  referral: string
  clause: string
}

const heads: readonly Head<ApplicationLine>[] = [
  { title: '序号', width: 6, kind: 'count', read: (row) => row.rank },
  { title: '单位', width: 20, kind: 'text', read: (row) => row.unitName },
  { title: '对象名称', width: 26, kind: 'text', read: (row) => row.name },
  { title: '代码', width: 16, kind: 'text', read: (row) => row.code },
  { title: '对象', width: 9, kind: 'text', read: (row) => row.kind },
  { title: '预算', width: 14, kind: 'text', read: (row) => row.budgetBook },
  { title: '结果来源', width: 10, kind: 'text', read: (row) => row.source },
  { title: '结果', width: 10, kind: 'text', read: (row) => row.result },
  { title: '得分', width: 8, kind: 'rate', read: (row) => row.score },
  { title: '本年预算', width: 14, kind: 'money', summed: true, read: (row) => row.budget },
  { title: '建议措施', width: 18, kind: 'text', read: (row) => row.proposed },
  { title: '建议增减', width: 13, kind: 'money', summed: true, read: (row) => row.proposedChange },
  { title: '审定措施', width: 18, kind: 'text', read: (row) => row.decided },
  { title: '审定增减', width: 13, kind: 'money', summed: true, read: (row) => row.decidedChange },
  { title: '审定', width: 12, kind: 'text', read: (row) => row.decidedBy },
  { title: '审定日期', width: 11, kind: 'text', read: (row) => row.decidedOn },
  { title: '落到预算项目', width: 22, kind: 'text', read: (row) => row.nextName },
  { title: '落实增减', width: 13, kind: 'money', summed: true, read: (row) => row.doneChange },
  { title: '落实情况', width: 32, kind: 'text', read: (row) => row.answer },
  { title: '状态', width: 10, kind: 'text', read: (row) => row.state },
  { title: '整改', width: 10, kind: 'text', read: (row) => row.rectification },
  { title: '移送处理', width: 22, kind: 'text', read: (row) => row.referral },
  { title: '依据', width: 26, kind: 'text', read: (row) => row.clause },
]

/** 结果应用台账 as one sheet, with sums to the 分. */
export async function writeApplications(
  lines: readonly ApplicationLine[],
  made: { year: number; office: string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${made.year}年度绩效结果应用台账`
  addList(book, { sheet: '结果应用', title, note: '', office: made.office }, heads, lines)
  return bytesOf(book)
}
