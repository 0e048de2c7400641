import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

/** One doubt as the list for 抽查 has it; the form's own columns repeat on each of its lines. */
export type DoubtLine = {
  rank: number
  unitName: string
  name: string
  total: string
  rate: string
  level: string
  doubt: string
  place: string
  message: string
  suggestion: string
  explanation: string
}

const heads: readonly Head<DoubtLine>[] = [
  { title: '序号', width: 6, kind: 'count', read: (row) => row.rank },
  { title: '单位', width: 20, kind: 'text', read: (row) => row.unitName },
  { title: '项目名称', width: 26, kind: 'text', read: (row) => row.name },
  { title: '自评总分', width: 9, kind: 'rate', read: (row) => row.total },
  { title: '执行率', width: 9, kind: 'rate', read: (row) => row.rate },
  { title: '可信程度', width: 10, kind: 'text', read: (row) => row.level },
  { title: '疑点', width: 18, kind: 'text', read: (row) => row.doubt },
  { title: '位置', width: 18, kind: 'text', read: (row) => row.place },
  { title: '具体情况', width: 42, kind: 'text', read: (row) => row.message },
  { title: '核查建议', width: 28, kind: 'text', read: (row) => row.suggestion },
  { title: '单位说明', width: 24, kind: 'text', read: (row) => row.explanation },
]

/** 自评疑点清单: the list for the 抽查, to be sent to units for their word. */
export async function credibilityWorkbook(
  rows: readonly DoubtLine[],
  { year, office }: { year: number; office: string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${year}年度绩效自评疑点清单`
  addList(book, { sheet: '自评疑点', title, note: '疑点是抽查线索，不是结论', office }, heads, rows)
  return bytesOf(book)
}
