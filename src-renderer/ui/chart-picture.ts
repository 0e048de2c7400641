import type { EChartsCoreOption } from 'echarts/core'
import { colours, fontFamily } from './theme.ts'

/** What a chart shows. */
export type ChartOption = EChartsCoreOption

/** Typeface of all charts; its names stand in attributes, which double quotes would end. */
export const chartText = { fontFamily: fontFamily.replaceAll('"', "'"), color: colours.text }

/** How a picture is drawn outside the page: sharp on paper at twice its size. */
const scale = 2

/** Has what draws charts loaded ahead, while their figures are still being read. */
export async function loadCharts(): Promise<void> {
  await import('./charts.ts')
}

let last: Promise<unknown> = Promise.resolve()

/** A chart as an SVG text, drawn without a page; one after the other, so that the window draws between those of a board. */
export function chartSvg(option: ChartOption, width: number, height: number): Promise<string> {
  const work = () => drawn(option, width, height)
  const next = last.then(work, work)
  last = next
  return next
}

async function drawn(option: ChartOption, width: number, height: number): Promise<string> {
  const { echarts } = await import('./charts.ts')
  await new Promise((resolve) => setTimeout(resolve))
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: chartText, ...option })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** An SVG text as PNG bytes, for Word and for picture files. */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image(width * scale, height * scale)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('a canvas draws in two dimensions')
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the canvas gives its picture')
  return new Uint8Array(await blob.arrayBuffer())
}
