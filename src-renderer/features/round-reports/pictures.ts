import { type LightColour, type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import type { ReportFigures } from '#domain/monitoring/report-figures'
import { rateText } from '#domain/monitoring/report-texts'
import { type ChartOption, chartText } from '#ui/chart-picture'
import { colours } from '#ui/theme'

export type Picture = { title: string; option: ChartOption; width: number; height: number }

const width = 720
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table
const lit: readonly (readonly [LightColour, string, string])[] = [
  ['red', '■', colours.alarm],
  ['yellow', '▲', colours.attention],
  ['blue', '◆', colours.excess],
  ['green', '●', colours.ok],
]

/** Percent with one decimal, for the length of a bar alone; what is written beside it is exact. */
function length(paid: number, budget: number): number {
  return budget === 0 ? 0 : Math.round((paid * 1000) / budget) / 10
}

/** The pictures of the report, in the order in which their parts use them. */
export function reportPictures({ sections, lights }: ReportFigures): Picture[] {
  const shown = sections.toReversed()
  const rates: ChartOption = {
    grid: { left: 150, right: 70, top: 10, bottom: 24 },
    xAxis: {
      type: 'value',
      axisLabel: { formatter: '{value}%' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: { type: 'category', data: shown.map(({ name }) => name), axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: colours.primary },
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const own = shown[dataIndex]
            return own ? rateText(own.figures) : ''
          },
        },
        data: shown.map(({ figures }) => length(figures.paid, figures.budget)),
      },
    ],
  }
  const counts: ChartOption = {
    legend: { top: 0, textStyle: chartText },
    grid: { left: 90, right: 20, top: 36, bottom: 24 },
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colours.line } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: kinds.map(([, name]) => name),
      axisTick: { show: false },
    },
    series: lit.map(([colour, shape, fill]) => ({
      name: `${shape} ${lightColours[colour]}`,
      type: 'bar',
      stack: 'lights',
      barWidth: 20,
      itemStyle: { color: fill },
      label: {
        show: true,
        color: colours.surface,
        formatter: ({ value }: { value: number }) => (value === 0 ? '' : String(value)),
      },
      data: kinds.map(([kind]) => lights[kind][colour]),
    })),
  }
  return [
    { title: '各归口股室预算执行率', option: rates, width, height: 40 + sections.length * 26 },
    { title: '各类预警灯的项目数', option: counts, width, height: 220 },
  ]
}
