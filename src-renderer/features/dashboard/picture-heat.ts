import type { Board } from '#domain/dashboard/board'
import { formatRate } from '#domain/execution/rate'
import type { LightColour } from '#domain/monitoring/lights'
import { chartText } from '#ui/chart-picture'
import { lightLooks } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'
import { type Picture, shortName } from './picture.ts'
import { barRow, drawnColours, nameAxis } from './picture-parts.ts'

/** Ground of a cell by its light: a tint, so that the text on it is read. */
const grounds: Readonly<Record<LightColour, string>> = {
  red: '#F6D9D9',
  yellow: '#F3E6CF',
  blue: '#DCE8F5',
  green: '#DDEBDD',
  none: colours.page,
}

/** 支出进度 of the projects most behind, month by month: shape and number, with the colour behind them. */
export function heatPicture({ heat, filter }: Board, openOf: (goalId: string) => string): Picture {
  const cells = heat.flatMap((row, at) =>
    row.cells.map((cell) => ({
      value: [cell.month - 1, at, drawnColours.indexOf(cell.colour)],
      label: {
        formatter: `${lightLooks[cell.colour].shape}${cell.rate === null ? '' : Math.round(cell.rate / 100)}`,
        color: cell.colour === 'none' ? colours.secondary : lightLooks[cell.colour].colour,
      },
    })),
  )
  const red = heat.filter((row) => row.cells.at(-1)?.colour === 'red').length
  return {
    id: 'heat',
    title:
      heat.length === 0
        ? '没有可以对照计划的项目'
        : `落后计划金额最多的 ${heat.length} 个项目，${filter.month} 月末 ${red} 个亮红灯`,
    unit: '支出进度 %（表中“进度／参照”），■ 预警 ▲ 关注 ● 正常 ◆ 超额 ○ 未计算',
    height: Math.max(160, 30 + heat.length * barRow),
    option: {
      textStyle: chartText,
      grid: { left: 176, right: 10, top: 22, bottom: 4 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { interval: 0, color: colours.secondary },
      },
      yAxis: nameAxis(heat.map(({ name }) => shortName(name, 13))),
      visualMap: {
        show: false,
        type: 'piecewise',
        dimension: 2,
        pieces: drawnColours.map((colour, value) => ({ value, color: grounds[colour] })),
      },
      series: [
        {
          type: 'heatmap',
          itemStyle: { borderColor: colours.surface, borderWidth: 1 },
          label: { show: true, fontSize: 11 },
          data: cells,
        },
      ],
    },
    heads: [
      { text: '项目' },
      ...Array.from({ length: filter.month }, (_, month) => ({ text: `${month + 1}月`, right: true })),
    ],
    rows: heat.map((row) => ({
      key: row.id,
      cells: [
        { text: row.name, to: openOf(row.goalId) },
        ...row.cells.map((cell) => ({
          text: `${lightLooks[cell.colour].shape} ${formatRate(cell.rate)}／${formatRate(cell.reference)}`,
          right: true,
        })),
      ],
    })),
  }
}
