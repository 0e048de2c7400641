import type { CountySummary, Done } from '#domain/counties/summary'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type Line = { region: string; at: string; summary: CountySummary }

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
    { title: '数据截至', width: 14, kind: 'text', read: ({ at }) => at.slice(0, 10) || '本机数据' },
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
