/** Milliseconds of one operation at each size. */
export type Series = { name: string; sizes: readonly number[]; times: readonly number[] }

/** The exponent of growth: the slope of the straight line through the logarithms, by least squares. */
export function growthOf({ sizes, times }: Pick<Series, 'sizes' | 'times'>): number {
  const points = sizes.map((size, at) => [Math.log(size), Math.log(Math.max(1, times[at] ?? 1))] as const)
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const above = points.reduce((sum, [left, right]) => sum + (left - x) * (right - y), 0)
  const below = points.reduce((sum, [left]) => sum + (left - x) ** 2, 0)
  return below === 0 ? 0 : above / below
}

const cell = { width: 236, height: 150, left: 40, right: 10, top: 26, bottom: 24 }
const perRow = 4
const [ink, line, soft] = ['#1f2a37', '#1f5fae', '#9aa5b1']

/** Small pictures of one operation each, both axes logarithmic; the broken line is what linear growth would be. */
export function growthPlot(all: readonly Series[]): string {
  const rows = Math.ceil(all.length / perRow)
  const [width, height] = [perRow * cell.width, rows * cell.height]
  const times = all.flatMap((series) => series.times)
  const top = 10 ** Math.ceil(Math.log10(Math.max(10, ...times)))
  const cells = all.map((series, at) => {
    const [x, y] = [(at % perRow) * cell.width, Math.floor(at / perRow) * cell.height]
    return `<g transform="translate(${x} ${y})">${cellOf(series, top)}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="sans-serif" font-size="10" fill="${ink}"><title>各项操作随项目数的增长</title><rect width="100%" height="100%" fill="#fff"/>`,
    ...cells,
    '</svg>\n',
  ].join('')
}

function cellOf(series: Series, top: number): string {
  const { sizes, times, name } = series
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const room = { width: cell.width - cell.left - cell.right, height: cell.height - cell.top - cell.bottom }
  const x = (size: number) => cell.left + (Math.log(size / least) / Math.log(most / least)) * room.width
  const y = (time: number) =>
    cell.top + (1 - Math.log(Math.min(top, Math.max(1, time))) / Math.log(top)) * room.height
  const at = (size: number, time: number) => `${x(size).toFixed(1)},${y(time).toFixed(1)}`
  const first = times[0] ?? 1
  const grid = Array.from({ length: Math.round(Math.log10(top)) + 1 }, (_, power) => 10 ** power)
    .map(
      (time) =>
        `<line x1="${cell.left}" x2="${cell.width - cell.right}" y1="${y(time)}" y2="${y(time)}" stroke="#e4e7eb"/>` +
        `<text x="${cell.left - 4}" y="${y(time) + 3}" text-anchor="end" fill="${soft}">${time}</text>`,
    )
    .join('')
  const dots = sizes
    .map((size, index) => {
      const time = times[index] ?? 0
      const [cx, cy] = at(size, time).split(',')
      return `<circle cx="${cx}" cy="${cy}" r="2.5" fill="${line}"/><text x="${cx}" y="${Number(cy) - 5}" text-anchor="middle">${Math.round(time)}</text>`
    })
    .join('')
  const labels = sizes
    .map(
      (size) =>
        `<text x="${x(size).toFixed(1)}" y="${cell.height - 8}" text-anchor="middle" fill="${soft}">${size.toLocaleString('en')}</text>`,
    )
    .join('')
  return (
    `${grid}<text x="${cell.left}" y="14" font-weight="600">${name}</text>` +
    `<text x="${cell.width - cell.right}" y="14" text-anchor="end" fill="${soft}">n^${growthOf(series).toFixed(2)} ms</text>` +
    `<polyline points="${at(least, first)} ${at(most, (first * most) / least)}" fill="none" stroke="${soft}" stroke-dasharray="3 3"/>` +
    `<polyline points="${sizes.map((size, index) => at(size, times[index] ?? 1)).join(' ')}" fill="none" stroke="${line}" stroke-width="1.5"/>` +
    `${dots}${labels}`
  )
}
