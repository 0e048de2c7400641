import type { CoverageRate } from '../evaluation/coverage.ts'
import { formatRate, rateOf } from '../execution/rate.ts'
import { type BudgetBook, budgetBooks, objectKinds } from '../goals/goal.ts'
import { type Board, boards } from '../regulations.ts'
import type { MilestoneState } from './milestone.ts'
import { type Stage, stages } from './stages.ts'
import { bookList, type Cell, type CoverageFilter, type CoverageGroup, cellOf } from './sums.ts'

/** What the data of a book says of targets: its map, the cycle of evaluation, the bureau's regulations and indicators. */
export type MeasureFacts = {
  groups: readonly CoverageGroup[]
  rates: readonly CoverageRate[]
  /** In force, by board. */
  regulations: Readonly<Record<Board, number>>
  /** Own indicators that were confirmed. */
  indicators: number
}

/** How far a target is, and the sentence that says on what this rests. */
export type Measured = { state: MilestoneState; text: string }

const everything: CoverageFilter = { kind: '', book: '', units: null }

/** Whether a target is reached, by what the data says. Nothing due yet is 未开始. */
export const measures = {
  regulations: ({ regulations }: MeasureFacts) => {
    const list = Object.keys(boards) as Board[] // the keys of the table
    const missing = list.filter((board) => regulations[board] === 0)
    const state = missing.length === 0 ? 'done' : missing.length === list.length ? 'open' : 'partly'
    const counted = list.map((board) => `${boards[board]} ${regulations[board]} 件`).join('，')
    return { state, text: `制度库现行有效：${counted}` }
  },
  'own-indicators': ({ indicators }) => ({
    state: indicators > 0 ? 'running' : 'open',
    text: `已确认本地个性指标 ${indicators} 条（共性指标随系统提供）`,
  }),
  goals: ({ groups }) => ofCells('绩效目标批复', [cellOf(groups, 'goal', everything)]),
  assessments: ({ groups }) => ofCells('应评估的已完成', [cellOf(groups, 'assessment', everything)]),
  evaluations: ({ rates }) => {
    const covered = rates.reduce((sum, rate) => sum + rate.covered, 0)
    return { state: covered > 0 ? 'running' : 'open', text: `周期内已评或列入计划 ${covered} 个对象` }
  },
  'department-evaluation': ({ rates }) =>
    ofRates(
      rates.filter(({ kind }) => kind === 'department'),
      1,
    ),
  'government-evaluation': ({ rates }) => ofRates(rates.filter(({ kind }) => kind === 'government')),
  cycle: ({ rates }) => ofRates(rates.filter(({ kind }) => kind !== 'government')),
  'book-monitoring': ({ groups }) => byBook(groups, bookList, ['monitoring']),
  'fund-book': ({ groups }) => byBook(groups, ['fund'], ['goal', 'monitoring']),
  'insurance-monitoring': ({ groups }) => byBook(groups, ['insurance'], ['monitoring']),
  'four-books': ({ groups }) => byBook(groups, bookList, ['goal', 'monitoring']),
  'whole-process': ({ groups }) =>
    byBook(groups, bookList, ['assessment', 'goal', 'monitoring', 'self', 'evaluation']),
} as const satisfies Record<string, (facts: MeasureFacts) => Measured>
export type MeasureId = keyof typeof measures

function ofCells(name: string, cells: readonly Cell[]): Measured {
  const due = cells.reduce((sum, cell) => sum + cell.due.count, 0)
  const done = cells.reduce((sum, cell) => sum + cell.done.count, 0)
  const state = due === 0 || done === 0 ? 'open' : done === due ? 'done' : 'partly'
  return { state, text: `${name} ${done}/${due}（${formatRate(rateOf(done, due))}）` }
}

/** `least`: how many are enough, where the target is a trial. */
function ofRates(rates: readonly CoverageRate[], least?: number): Measured {
  const all = rates.every(({ covered, all: due }) => covered >= (least ?? due))
  const some = rates.some(({ covered }) => covered > 0)
  const text = rates.map(({ kind, covered, all: due }) => `${objectKinds[kind]} ${covered}/${due}`).join('，')
  return { state: all && some ? 'done' : some ? 'partly' : 'open', text: `周期内已评或列入计划：${text}` }
}

/** Every book that has objects is done in every stage that is due; a book without objects is named. */
function byBook(
  groups: readonly CoverageGroup[],
  books: readonly BudgetBook[],
  list: readonly Stage[],
): Measured {
  const parts = books.map((book) => {
    const cells = list.map((stage) => ({ stage, cell: cellOf(groups, stage, { ...everything, book }) }))
    const due = cells.filter(({ cell }) => cell.due.count > 0)
    const said = due.map(({ stage, cell }) => `${stages[stage]} ${cell.done.count}/${cell.due.count}`)
    const isDone = due.length > 0 && due.every(({ cell }) => cell.done.count === cell.due.count)
    const isBegun = due.some(({ cell }) => cell.done.count > 0)
    const text = `${budgetBooks[book]}：${said.length === 0 ? '没有应办事项' : said.join('，')}`
    return { isDone, isBegun, text }
  })
  const state = parts.every(({ isDone }) => isDone)
    ? 'done'
    : parts.some(({ isBegun }) => isBegun)
      ? 'partly'
      : 'open'
  return { state, text: parts.map(({ text }) => text).join('；') }
}
