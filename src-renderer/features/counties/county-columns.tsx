import { type CountySummary, type Done, doneRate } from '#domain/counties/summary'
import { formatRate, rateOf } from '#domain/execution/rate'
import { type Fen, formatWan, formatWanExact } from '#domain/money'
import type { YearBook } from '#domain/year-book'
import { momentText } from '#ui/moment-text'

export type CountyColumn = {
  id: string
  title: string
  isFigure: boolean
  cell: (summary: CountySummary) => string
  /** Money to the 分. */
  hover?: (summary: CountySummary) => string
  /** Where it is of the book and not of its figures: nothing in the sum. */
  ofBook?: (book: YearBook) => string
}

function figure(id: string, title: string, cell: CountyColumn['cell']): CountyColumn {
  return { id, title, isFigure: true, cell }
}

function money(id: string, title: string, read: (summary: CountySummary) => Fen): CountyColumn {
  const column = figure(id, title, (summary) => formatWan(read(summary)))
  return { ...column, hover: (summary) => `${formatWanExact(read(summary))} 万元` }
}

function done(id: string, title: string, read: (summary: CountySummary) => Done): CountyColumn {
  return figure(id, title, (summary) => {
    const counts = read(summary)
    return counts.due === 0 ? '—' : `${counts.done}/${counts.due}（${formatRate(doneRate(counts))}）`
  })
}

/** What a bureau above looks at of each county. */
export const countyColumns: readonly CountyColumn[] = [
  {
    ...{ id: 'at', title: '数据截至', isFigure: false, cell: () => '' },
    ofBook: ({ collected }) => (collected ? momentText(collected.at) : '本机数据'),
  },
  figure('goals', '目标', ({ goals }) => String(goals.count)),
  money('money', '目标资金', ({ goals }) => goals.money),
  figure('approved', '已批复', ({ approved }) => String(approved.count)),
  done('monitored', '监控报送', ({ monitored }) => monitored),
  figure('month', '台账月份', ({ month }) => (month === 0 ? '—' : `${month} 月`)),
  money('paid', '支出', ({ paid }) => paid),
  figure('rate', '执行率', ({ paid, budget }) => formatRate(rateOf(paid, budget))),
  done('disposals', '处置销号', ({ disposals }) => disposals),
  done('self', '自评报送', ({ selfEvaluated }) => selfEvaluated),
  figure('evaluated', '财政评价', ({ evaluated }) => `${evaluated.count} 个`),
]
