import type { TaskResult } from '#domain/evaluation/result'
import { percentText } from '#domain/monitoring/ratio'
import type { ChartOption } from '#ui/chart-picture'
import { colours } from '#ui/theme'

export type Picture = { title: string; option: ChartOption; width: number; height: number }

const width = 720

/** The pictures of the report: the rate of each 一级指标; none while a score is missing. */
export function resultPictures({ levels, total }: TaskResult): Picture[] {
  if (total === null) return []
  const shown = levels.toReversed()
  const rate = (index: number) => {
    const level = shown[index]
    if (!level || level.points === null || level.full === 0) return ''
    return percentText({ of: BigInt(level.points), to: BigInt(level.full) })
  }
  const option: ChartOption = {
    grid: { left: 120, right: 70, top: 10, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { formatter: '{value}%' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: { type: 'category', data: shown.map(({ level }) => level.name), axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        itemStyle: { color: colours.primary },
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => rate(dataIndex),
        },
        // For the length of a bar alone; what is written beside it is exact.
        data: shown.map(({ points, full }) =>
          full === 0 ? 0 : Math.round(((points ?? 0) * 1000) / full) / 10,
        ),
      },
    ],
  }
  return [{ title: '各一级指标得分率', option, width, height: 40 + shown.length * 34 }]
}
