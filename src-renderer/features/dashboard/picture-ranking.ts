import type { Board } from '#domain/dashboard/board'
import { type Ranked, rankings } from '#domain/dashboard/ranking'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { chartText } from '#ui/chart-picture'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'
import { type Picture, shortName } from './picture.ts'
import { barRow, nameAxis } from './picture-parts.ts'

const [first, last] = [4, 8] as const

/** Places gained and lost as a mark that needs no colour. */
function changeText(change: number | null): string {
  if (change === null) return ''
  if (change === 0) return '持平'
  return change > 0 ? `↑${change}` : `↓${-change}`
}

/** 支出进度 ranked, with the change of place against the month before. */
export function rankingPicture({ ranked, ranking }: Board, to: DrillTo): Picture {
  const placed = ranked.filter(({ place }) => place !== null)
  const isCut = placed.length > first + last
  const drawn = isCut ? [...placed.slice(0, first), ...placed.slice(-last)] : placed
  const open = ({ id }: Ranked) => (ranking === 'section' ? to('', { section: id }) : to('', { unit: id }))
  return {
    id: 'ranking',
    title: titleOf(placed, ranking),
    unit: isCut ? `%，前 ${first} 名和后 ${last} 名；↑↓ 比上月的名次` : '%；↑↓ 比上月的名次',
    height: Math.max(160, 12 + drawn.length * barRow),
    option: {
      textStyle: chartText,
      grid: { left: 196, right: 190, top: 4, bottom: 6 },
      xAxis: {
        type: 'value',
        min: (range: { min: number }) => Math.min(0, range.min),
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: nameAxis(drawn.map(({ place, name }) => `${shortName(name, 12)}  ${place}`)),
      series: [
        {
          type: 'bar',
          barWidth: '65%',
          itemStyle: { color: colours.primary },
          label: {
            show: true,
            position: 'right',
            fontSize: 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = drawn[dataIndex]
              if (!row) return ''
              const { rate, referenceRate } = row.figures
              return `${formatRate(rate)}（参照 ${formatRate(referenceRate)}）${changeText(row.change)}`
            },
          },
          data: drawn.map(({ figures }) => (figures.rate ?? 0) / 100),
        },
      ],
    },
    heads: [
      { text: '名次', right: true },
      { text: rankings[ranking] },
      { text: '支出进度', right: true },
      { text: '参照', right: true },
      { text: '比上月', right: true },
      { text: '调整后预算', right: true },
      { text: '支出', right: true },
      { text: '差额', right: true },
    ],
    rows: ranked.map((row) => ({
      key: row.id,
      cells: [
        { text: row.place === null ? '—' : String(row.place), right: true },
        { text: row.name, ...(row.id === '' ? {} : { to: open(row) }) },
        { text: formatRate(row.figures.rate), right: true },
        { text: formatRate(row.figures.referenceRate), right: true },
        { text: changeText(row.change), right: true },
        { text: formatWan(row.figures.adjusted), right: true },
        { text: formatWan(row.figures.paid), right: true },
        { text: formatWan(row.figures.gap), right: true },
      ],
    })),
  }
}

function titleOf(placed: readonly Ranked[], ranking: Board['ranking']): string {
  const [fastest, slowest] = [placed[0], placed.at(-1)]
  if (!fastest || !slowest) return `没有可以排名的${rankings[ranking]}`
  const said = ({ name, figures }: Ranked) => `${shortName(name)}（${formatRate(figures.rate)}）`
  if (fastest === slowest) return `只有${said(fastest)}`
  const behind = placed.filter(({ figures }) => figures.gap < 0).length
  return `支出最慢的是${said(slowest)}，${placed.length} 个${rankings[ranking]}中 ${behind} 个落后于参照`
}
