import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

/** A line of the trail in words. */
export type AuditLine = {
  number: number
  at: string
  by: string
  duty: string
  action: string
  summary: string
  hash: string
}

const heads: readonly Head<AuditLine>[] = [
  { title: '序号', width: 8, kind: 'count', read: ({ number }) => number },
  { title: '时间', width: 18, kind: 'text', read: ({ at }) => at },
  { title: '经办人', width: 14, kind: 'text', read: ({ by }) => by },
  { title: '职责', width: 16, kind: 'text', read: ({ duty }) => duty },
  { title: '操作', width: 22, kind: 'text', read: ({ action }) => action },
  { title: '事项', width: 60, kind: 'text', read: ({ summary }) => summary },
  { title: '校验值', width: 70, kind: 'text', read: ({ hash }) => hash },
]

/** 操作记录 as a sheet for people; what proves it is the NDJSON beside it. */
export async function auditWorkbook(
  office: string,
  note: string,
  lines: readonly AuditLine[],
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  addList(book, { sheet: '操作记录', title: '操作记录', note, office }, heads, lines)
  return bytesOf(book)
}
