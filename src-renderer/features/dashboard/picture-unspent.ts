import type { Board } from '#domain/dashboard/board'
import { formatWan } from '#domain/money'
import { chartText } from '#ui/chart-picture'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'
import { drawnWan, type Picture, shortName } from './picture.ts'
import { axisOfAmounts, barRow, nameAxis } from './picture-parts.ts'

const shownRows = 12

/** Money expected to be left at the end of the year, by who will have most of it. */
export function unspentPicture({ unspent, forecast }: Board, to: DrillTo): Picture {
  const drawn = unspent.slice(0, shownRows)
  const split = `单位预计 ${formatWan(forecast.byUnit)} 万元，按计划推算 ${formatWan(forecast.byPlan)} 万元`
  return {
    id: 'unspent',
    title:
      forecast.unspent === 0
        ? '预计年底全部支出'
        : `预计年底结余 ${formatWan(forecast.unspent)} 万元：${split}`,
    unit: '万元',
    height: Math.max(160, 30 + drawn.length * barRow),
    option: {
      textStyle: chartText,
      grid: { left: 176, right: 110, top: 4, bottom: 6 },
      xAxis: { ...axisOfAmounts, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: nameAxis(drawn.map(({ name }) => shortName(name, 13))),
      series: [
        {
          type: 'bar',
          barWidth: '65%',
          itemStyle: { color: colours.primary },
          label: {
            show: true,
            position: 'right',
            formatter: ({ dataIndex }: { dataIndex: number }) => formatWan(drawn[dataIndex]?.unspent ?? 0),
          },
          data: drawn.map((row) => drawnWan(row.unspent)),
        },
      ],
    },
    heads: [{ text: '单位' }, { text: '项目', right: true }, { text: '预计结余', right: true }],
    rows: unspent.map((row) => ({
      key: row.id,
      cells: [
        { text: row.name },
        { text: String(row.count), right: true },
        { text: formatWan(row.unspent), right: true, to: to('unspent', { unit: row.id }) },
      ],
    })),
  }
}
