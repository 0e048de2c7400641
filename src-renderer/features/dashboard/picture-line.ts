import type { Board } from '#domain/dashboard/board'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { monthsText } from '#domain/monitoring/round'
import { chartText } from '#ui/chart-picture'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'
import { drawnWan, type Picture } from './picture.ts'
import { axisOfAmounts } from './picture-parts.ts'

const height = 268
const above = { top: 22, bottom: 26 }

/** 支出 of the year against plan and last year. */
export function linePicture({ line, figures, filter, hasLastYear }: Board, to: DrillTo): Picture {
  const { month } = filter
  const text = (name: string) => ({ show: true, formatter: name, fontSize: 12 })
  const drawn = (amount: number | null) => (amount === null ? null : drawnWan(amount))
  const paidLabel = { ...text('支出'), fontWeight: 600, ...underAll(line, month) }
  const paid = line.map((each) => {
    if (each.month > month) return null
    return each.month === month ? { value: drawn(each.paid), label: paidLabel } : drawn(each.paid)
  })
  const others = (field: 'reference' | 'lastYear', name: string, at: 'top' | 'bottom') =>
    line.map((each) =>
      each.month === 12
        ? { value: drawn(each[field]), label: { ...text(name), position: at, align: 'right' } }
        : drawn(each[field]),
    )
  return {
    id: 'line',
    title: titleOf(figures, month),
    unit: '万元，按月累计',
    height,
    option: {
      textStyle: chartText,
      grid: { left: 64, right: 16, ...above },
      xAxis: {
        type: 'category',
        data: line.map((each) => `${each.month}月`),
        axisTick: { show: false },
        axisLabel: { interval: 0 },
      },
      yAxis: axisOfAmounts,
      series: [
        ...(hasLastYear
          ? [
              {
                type: 'line',
                symbol: 'circle',
                symbolSize: 3,
                lineStyle: { width: 1, type: 'dotted', color: colours.secondary },
                itemStyle: { color: colours.secondary },
                label: { color: colours.secondary },
                data: others('lastYear', '上年', 'bottom'),
              },
            ]
          : []),
        {
          type: 'line',
          symbol: 'rect',
          symbolSize: 4,
          lineStyle: { width: 1.5, type: 'dashed', color: colours.attention },
          itemStyle: { color: colours.attention },
          label: { color: colours.attention },
          data: others('reference', '参照（用款计划）', 'top'),
        },
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 7,
          lineStyle: { width: 2.5, color: colours.primary },
          itemStyle: { color: colours.primary },
          label: { color: colours.primary },
          data: paid,
        },
      ],
    },
    heads: [
      { text: '月份' },
      { text: '支出', right: true },
      { text: '参照', right: true },
      { text: '差额', right: true },
      { text: '上年同期', right: true },
    ],
    rows: line.map((each) => ({
      key: String(each.month),
      cells: [
        { text: monthsText(each.month) },
        each.month > month
          ? { text: '', right: true }
          : { text: wanOrNone(each.paid), right: true, to: to('', { month: each.month }) },
        { text: formatWan(each.reference), right: true },
        { text: each.month > month ? '' : wanOrNone(gapOf(each)), right: true },
        { text: hasLastYear ? wanOrNone(each.lastYear) : '—', right: true },
      ],
    })),
  }
}

/** Below all the lines at its month, and beginning there: they rise from left to right. */
function underAll(line: Board['line'], month: number) {
  const amounts = line.flatMap(({ paid, reference, lastYear }) => [paid ?? 0, reference, lastYear ?? 0])
  const at = line.find((each) => each.month === month)
  const paid = at?.paid ?? 0
  const lowest = Math.min(paid, at?.reference ?? paid, at?.lastYear ?? paid)
  const drawnHeight = height - above.top - above.bottom
  const below = Math.round(((paid - lowest) * drawnHeight) / Math.max(1, ...amounts))
  return { position: 'bottom', align: 'left', distance: 5 + below }
}

function gapOf({ paid, reference }: Board['line'][number]): number | null {
  return paid === null ? null : paid - reference
}

function wanOrNone(amount: number | null): string {
  return amount === null ? '—' : formatWan(amount)
}

function titleOf({ paid, gap, rate, referenceRate }: Board['figures'], month: number): string {
  const spent = `${monthsText(month)}支出 ${formatWan(paid)} 万元`
  if (rate === null || referenceRate === null) return spent
  const points = formatRate(Math.abs(rate - referenceRate)).replace('%', ' 个百分点')
  if (gap === 0) return `${spent}，与计划一致`
  return `${spent}，比计划${gap < 0 ? '慢' : '快'} ${points}`
}
