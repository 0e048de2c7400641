import { coverageStates } from '#domain/evaluation/coverage'
import { type KindCount, kindCounts, type PlanLine } from '#domain/evaluation/plan-list'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { grades } from '#domain/grade'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type PlanListInput = {
  office: string
  year: number
  lines: readonly PlanLine[]
  unitName: (unitId: string) => string
}

function headsOf(unitName: (unitId: string) => string): readonly Head<PlanLine>[] {
  return [
    { title: '评价对象', width: 34, kind: 'text', read: ({ object }) => object.name },
    { title: '代码', width: 18, kind: 'text', read: ({ object }) => object.code },
    { title: '类别', width: 10, kind: 'text', read: ({ object }) => objectKinds[object.kind] },
    { title: '单位', width: 24, kind: 'text', read: ({ object }) => unitName(object.unitId) },
    { title: '资金（万元）', width: 15, kind: 'money', read: ({ object }) => object.size, summed: true },
    { title: '上次评价', width: 14, kind: 'text', read: lastOf },
    { title: '应评年度', width: 10, kind: 'text', read: ({ coverage }) => `${coverage.dueIn} 年` },
    { title: '周期情况', width: 12, kind: 'text', read: ({ coverage }) => coverageStates[coverage.state] },
    { title: '必评', width: 7, kind: 'text', read: ({ isCompulsory }) => (isCompulsory ? '是' : '') },
    { title: '风险分', width: 9, kind: 'count', read: ({ points }) => points },
    { title: '理由', width: 44, kind: 'text', read: ({ reasons }) => reasons.join('；') },
    { title: '规则建议', width: 10, kind: 'text', read: ({ isProposed }) => (isProposed ? '列入' : '') },
    { title: '决定', width: 10, kind: 'text', read: decisionOf },
    { title: '评价层级', width: 11, kind: 'text', read: ({ item }) => (item ? taskLevels[item.level] : '') },
    { title: '说明', width: 30, kind: 'text', read: ({ item }) => item?.note ?? '' },
  ]
}

const kindHeads: readonly Head<KindCount>[] = [
  { title: '类别', width: 14, kind: 'text', read: ({ name }) => name },
  { title: '对象（个）', width: 12, kind: 'count', read: ({ all }) => all, summed: true },
  { title: '周期内已评（个）', width: 16, kind: 'count', read: ({ covered }) => covered, summed: true },
  { title: '今年到期（个）', width: 15, kind: 'count', read: ({ due }) => due, summed: true },
  { title: '已逾期（个）', width: 14, kind: 'count', read: ({ overdue }) => overdue, summed: true },
  { title: '本年列入（个）', width: 15, kind: 'count', read: ({ chosen }) => chosen, summed: true },
]

function lastOf({ object, coverage }: PlanLine): string {
  if (coverage.last === null) return '没有评过'
  const grade = object.history.find(({ year }) => year === coverage.last)?.grade ?? ''
  return `${coverage.last} 年${grade === '' ? '' : `（${grades[grade]}）`}`
}

function decisionOf({ item }: PlanLine): string {
  if (!item) return ''
  return item.decision === 'chosen' ? '列入' : '不列入'
}

/** 年度评价计划 as a workbook: the list that was decided, how the four kinds are covered, and all objects behind it. */
export async function evaluationPlanWorkbook(input: PlanListInput): Promise<Uint8Array> {
  const { office, year, lines } = input
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const heads = headsOf(input.unitName)
  const listed = lines.filter(({ item }) => item !== null)
  const title = (sheet: string, name: string) => ({ sheet, title: `${year}年度${name}`, note: '', office })
  addList(book, title('名单', '绩效评价计划名单'), heads, listed)
  addList(book, title('覆盖', '绩效评价覆盖情况'), kindHeads, kindCounts(lines))
  addList(book, title('全部对象', '绩效评价对象库'), heads, lines)
  return bytesOf(book)
}
