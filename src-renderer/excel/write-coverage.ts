import { isHole, type PackedLine, standingAt, standingText } from '#domain/coverage-map/lines'
import { type Stage, stageList, stages } from '#domain/coverage-map/stages'
import { type Cell, shareOf } from '#domain/coverage-map/sums'
import type { CoverageRate } from '#domain/evaluation/coverage'
import { formatRate, rateOf } from '#domain/execution/rate'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type Row = { name: string; cells: Readonly<Record<Stage, Cell>> }
type Hole = { line: PackedLine; stage: Stage }

/** 三全覆盖: by object, budget and unit, the cycle of evaluation, and every hole with its reason. */
export async function writeCoverage(
  map: {
    kinds: readonly Row[]
    books: readonly Row[]
    units: readonly Row[]
    rates: readonly CoverageRate[]
    lines: readonly PackedLine[]
  },
  made: { year: number; office: string; unitNames: ReadonlyMap<string, string> },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const titled = (sheet: string, title: string) => ({
    ...{ sheet, title: `${made.year}年度${title}`, note: '', office: made.office },
  })
  addList(book, titled('按对象', '管理对象覆盖情况'), cellHeads('管理对象'), map.kinds)
  addList(book, titled('按预算', '四本预算覆盖情况'), cellHeads('预算'), map.books)
  addList(book, titled('按单位', '单位覆盖情况'), cellHeads('单位'), map.units)
  addList(book, titled('四年评价覆盖', '四年评价覆盖情况'), rateHeads, map.rates)
  const holes = stageList.flatMap((stage) =>
    map.lines.filter((line) => isHole(standingAt(line, stage))).map((line): Hole => ({ line, stage })),
  )
  addList(book, titled('缺口清单', '覆盖缺口清单'), holeHeads(made.unitNames), holes)
  return bytesOf(book)
}

function cellHeads(first: string): Head<Row>[] {
  return [
    { title: first, width: 22, kind: 'text', read: ({ name }) => name },
    ...stageList.flatMap((stage): Head<Row>[] => [
      { title: `${stages[stage]}应办`, width: 9, kind: 'count', read: ({ cells }) => cells[stage].due.count },
      { title: '已办', width: 7, kind: 'count', read: ({ cells }) => cells[stage].done.count },
      {
        title: '覆盖率',
        width: 9,
        kind: 'rate',
        read: ({ cells }) => formatRate(shareOf(cells[stage], 'count')),
      },
    ]),
  ]
}

const rateHeads: readonly Head<CoverageRate>[] = [
  { title: '对象', width: 16, kind: 'text', read: ({ kind }) => objectKinds[kind] },
  { title: '已评或列入计划', width: 16, kind: 'count', read: ({ covered }) => covered },
  { title: '全部', width: 12, kind: 'count', read: ({ all }) => all },
  { title: '覆盖率', width: 12, kind: 'rate', read: ({ covered, all }) => formatRate(rateOf(covered, all)) },
]

function holeHeads(unitNames: ReadonlyMap<string, string>): Head<Hole>[] {
  return [
    { title: '环节', width: 12, kind: 'text', read: ({ stage }) => stages[stage] },
    { title: '单位', width: 26, kind: 'text', read: ({ line }) => unitNames.get(line.unitId) ?? '' },
    { title: '对象', width: 36, kind: 'text', read: ({ line }) => line.name },
    { title: '类别', width: 10, kind: 'text', read: ({ line }) => objectKinds[line.kind] },
    { title: '预算', width: 18, kind: 'text', read: ({ line }) => budgetBooks[line.book] },
    { title: '金额', width: 14, kind: 'money', read: ({ line }) => line.money },
    {
      ...{ title: '原因', width: 40, kind: 'text' },
      read: ({ line, stage }) => standingText(standingAt(line, stage)),
    },
  ]
}
