import type { Board, LightRow } from '#domain/dashboard/board'
import { lightKindList } from '#domain/dashboard/lights'
import { type LightColour, lightColours, lightKinds } from '#domain/monitoring/lights'
import { chartText } from '#ui/chart-picture'
import { lightLooks } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'
import { type Picture, type PictureCell, shortName } from './picture.ts'
import { barRow, drawnColours, nameAxis } from './picture-parts.ts'

export type LightsBy = 'unit' | 'stage'
const shownRows = 9

/** The lights by unit or by 管理环节: each project once, by its loudest light; the table has all four. */
export function lightsPicture(board: Board, by: LightsBy, to: DrillTo): Picture {
  const all = by === 'unit' ? board.lightsByUnit : board.lightsByStage
  const drawn = all.slice(0, shownRows)
  const open = (row: LightRow, show: string) =>
    by === 'unit' ? to(show, { unit: row.id }) : to(`stage-${row.id}`)
  const count = (row: LightRow, value: number, show: string): PictureCell =>
    value === 0 ? { text: '0', right: true } : { text: String(value), right: true, to: open(row, show) }
  return {
    id: 'lights',
    title: titleOf(board, by),
    unit: by === 'unit' && all.length > shownRows ? `个项目，预警最多的 ${shownRows} 个单位` : '个项目',
    height: Math.max(160, 50 + drawn.length * barRow),
    option: {
      textStyle: chartText,
      legend: {
        top: 0,
        selectedMode: false,
        icon: 'none',
        itemWidth: 0,
        data: drawnColours.map((colour) => ({
          name: seriesName(colour),
          textStyle: { ...chartText, color: lightLooks[colour].colour },
        })),
      },
      grid: { left: 176, right: 16, top: 28, bottom: 6 },
      xAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: nameAxis(drawn.map(({ name }) => shortName(name, 13))),
      series: drawnColours.map((colour) => ({
        name: seriesName(colour),
        type: 'bar',
        stack: 'lights',
        barWidth: '65%',
        itemStyle: {
          color: colour === 'none' ? colours.line : lightLooks[colour].colour,
        },
        label: {
          show: true,
          color: colour === 'none' ? colours.text : colours.surface,
          fontSize: 11,
          formatter: ({ value }: { value: number }) =>
            value === 0 ? '' : `${lightLooks[colour].shape}${value}`,
        },
        data: drawn.map(({ worst }) => worst[colour]),
      })),
    },
    heads: [
      { text: by === 'unit' ? '单位' : '管理环节' },
      { text: '项目', right: true },
      { text: `${lightLooks.red.shape} 预警`, right: true },
      { text: `${lightLooks.yellow.shape} 关注`, right: true },
      ...lightKindList.map((kind) => ({ text: `${lightKinds[kind]} ■/▲`, right: true })),
    ],
    rows: all.map((row) => ({
      key: row.id,
      cells: [
        { text: row.name },
        count(row, row.count, ''),
        count(row, row.worst.red, 'red'),
        count(row, row.worst.yellow, 'yellow'),
        ...lightKindList.map((kind) => ({
          text: `${row.lights[kind].red} / ${row.lights[kind].yellow}`,
          right: true,
          ...(row.lights[kind].red > 0 ? { to: open(row, `${kind}-red`) } : {}),
        })),
      ],
    })),
  }
}

function seriesName(colour: LightColour): string {
  return `${lightLooks[colour].shape} ${lightColours[colour]}`
}

function titleOf({ redCount, warningCount, lightsByUnit, lightsByStage }: Board, by: LightsBy): string {
  if (warningCount === 0) return '没有亮红灯、黄灯的项目'
  if (redCount === 0) return `${warningCount} 个项目需要关注，没有红灯`
  if (by === 'stage') {
    const waiting = lightsByStage.find(({ id }) => id === 'disposal')?.count ?? 0
    return `${redCount} 个项目亮红灯，${waiting} 个正在处置`
  }
  const red = lightsByUnit.filter(({ worst }) => worst.red > 0)
  const most = red.slice(0, 3)
  const covered = most.reduce((sum, { worst }) => sum + worst.red, 0)
  const names = most.map(({ name }) => shortName(name)).join('、')
  return `${redCount} 个项目亮红灯，${covered} 个在${names}`
}
