import { type Finding, findingKindList, findingKinds } from '#domain/analysis/finding'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

const heads: readonly Head<Finding>[] = [
  { title: '情况', width: 40, kind: 'text', read: ({ title }) => title },
  {
    ...{ title: '涉及项目', width: 44, kind: 'text' },
    read: ({ objects }) =>
      objects.map(({ name, unitName, year }) => `${name}（${unitName}，${year} 年）`).join('\n'),
  },
  { title: '涉及金额', width: 14, kind: 'money', read: ({ money }) => money },
  { title: '依据', width: 60, kind: 'text', read: ({ evidence }) => evidence.join('\n') },
  { title: '建议', width: 26, kind: 'text', read: ({ advice }) => advice },
  { title: '会商意见', width: 20, kind: 'text', read: () => '' },
]

/** 预算分析 for the budget talks: a sheet for each kind, how it was found beneath its title, room for what is agreed. */
export async function writeAnalysis(
  findings: readonly Finding[],
  made: { year: number; office: string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  for (const kind of findingKindList) {
    const own = findings.filter((finding) => finding.kind === kind)
    const title = `${made.year}年度预算分析：${findingKinds[kind]}`
    addList(
      book,
      { sheet: findingKinds[kind], title, note: own[0]?.how ?? '', office: made.office },
      heads,
      own,
    )
  }
  return bytesOf(book)
}
