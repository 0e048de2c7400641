import type { Board } from '#domain/dashboard/board'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { monthsText } from '#domain/monitoring/round'
import { chartText } from '#ui/chart-picture'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'
import { drawnWan, type Picture } from './picture.ts'
import { axisOfAmounts } from './picture-parts.ts'

/** 支出 of the year against plan and last year. */
export function linePicture({ line, figures, filter, hasLastYear }: Board, to: DrillTo): Picture {
  const { month } = filter
  const text = (name: string) => ({ show: true, formatter: name, fontSize: 12 })
  const paid = line.map((each) =>
    each.month > month
      ? null
      : each.month === month
        ? { value: drawnWan(each.paid), label: { ...text('支出'), position: 'bottom', fontWeight: 600 } }
        : drawnWan(each.paid),
  )
  const others = (field: 'reference' | 'lastYear', name: string, at: 'top' | 'bottom') =>
    line.map((each) =>
      each.month === 12
        ? { value: drawnWan(each[field]), label: { ...text(name), position: at, align: 'right' } }
        : drawnWan(each[field]),
    )
  return {
    id: 'line',
    title: titleOf(figures, month),
    unit: '万元，按月累计',
    height: 268,
    option: {
      textStyle: chartText,
      grid: { left: 64, right: 16, top: 22, bottom: 26 },
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
          : { text: formatWan(each.paid), right: true, to: to('', { month: each.month }) },
        { text: formatWan(each.reference), right: true },
        { text: each.month > month ? '' : formatWan(each.paid - each.reference), right: true },
        { text: hasLastYear ? formatWan(each.lastYear) : '—', right: true },
      ],
    })),
  }
}

function titleOf({ paid, gap, rate, referenceRate }: Board['figures'], month: number): string {
  const spent = `${monthsText(month)}支出 ${formatWan(paid)} 万元`
  if (rate === null || referenceRate === null) return spent
  const points = formatRate(Math.abs(rate - referenceRate)).replace('%', ' 个百分点')
  if (gap === 0) return `${spent}，与计划一致`
  return `${spent}，比计划${gap < 0 ? '慢' : '快'} ${points}`
}
