import type { CountySummary, Done } from '#domain/counties/summary'
import type { Day } from '#domain/dates'
import { budgetBooks, type Goal, type GoalContent, goalStatuses, objectKinds } from '#domain/goals/goal'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

/** `day`: when the county sent its data; '' for this machine's own. */
type Line = { region: string; day: Day | ''; summary: CountySummary }

/** 区县汇总 as one sheet with sums. */
export async function writeCounties(
  lines: readonly Line[],
  made: { year: number; office: string; rate: (paid: number, budget: number) => string },
): Promise<Uint8Array> {
  const count = (title: string, read: (summary: CountySummary) => number): Head<Line> => ({
    ...{ title, width: 10, kind: 'count', summed: true },
    read: ({ summary }) => read(summary),
  })
  const done = (title: string, read: (summary: CountySummary) => Done): Head<Line>[] => [
    count(`${title}应报`, (summary) => read(summary).due),
    count(`${title}已报`, (summary) => read(summary).done),
  ]
  const money = (title: string, read: (summary: CountySummary) => number): Head<Line> => ({
    ...{ title, width: 14, kind: 'money', summed: true },
    read: ({ summary }) => read(summary),
  })
  const heads: Head<Line>[] = [
    { title: '区县', width: 16, kind: 'text', read: ({ region }) => region },
    { title: '数据截至', width: 14, kind: 'text', read: ({ day }) => day || '本机数据' },
    count('目标数', ({ goals }) => goals.count),
    money('目标资金', ({ goals }) => goals.money),
    count('已批复', ({ approved }) => approved.count),
    ...done('监控', ({ monitored }) => monitored),
    money('调整后预算', ({ budget }) => budget),
    money('支出', ({ paid }) => paid),
    {
      title: '执行率',
      width: 10,
      kind: 'rate',
      read: ({ summary }) => made.rate(summary.paid, summary.budget),
    },
    ...done('处置', ({ disposals }) => disposals),
    ...done('自评', ({ selfEvaluated }) => selfEvaluated),
    count('财政评价', ({ evaluated }) => evaluated.count),
  ]
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${made.year}年度区县预算绩效管理汇总表`
  addList(book, { sheet: '区县汇总', title, note: '', office: made.office }, heads, lines)
  return bytesOf(book)
}

type LedgerLine = Pick<GoalContent, 'name' | 'code' | 'kind' | 'book' | 'total'> &
  Pick<Goal, 'status'> & { regionName: string; unitName: string }

/** 汇总台账 as one sheet, in the order it is shown. */
export async function writeCountyLedger(
  lines: readonly LedgerLine[],
  made: { year: number; office: string },
): Promise<Uint8Array> {
  const text = (title: string, width: number, read: (line: LedgerLine) => string): Head<LedgerLine> => ({
    ...{ title, width, kind: 'text', read },
  })
  const heads: Head<LedgerLine>[] = [
    text('区县', 14, ({ regionName }) => regionName),
    text('单位', 28, ({ unitName }) => unitName),
    text('项目名称', 36, ({ name }) => name),
    text('项目代码', 22, ({ code }) => code),
    text('对象', 8, ({ kind }) => objectKinds[kind]),
    text('预算', 18, ({ book }) => budgetBooks[book]),
    { title: '资金', width: 14, kind: 'money', summed: true, read: ({ total }) => total },
    text('状态', 10, ({ status }) => goalStatuses[status]),
  ]
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${made.year}年度区县绩效目标汇总台账`
  addList(
    book,
    { sheet: '汇总台账', title, note: `共 ${lines.length} 个目标`, office: made.office },
    heads,
    lines,
  )
  return bytesOf(book)
}
