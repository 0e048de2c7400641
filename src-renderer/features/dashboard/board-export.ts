import { desktop } from '#desktop'
import type { Board } from '#domain/dashboard/board'
import type { ProjectLine } from '#domain/dashboard/project-lines'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { chartSvg, chartText, pngOf } from '#ui/chart-picture'
import { colours } from '#ui/theme'
import type { Picture } from './picture.ts'

/** Wide enough for a page of a report. */
const width = 860

function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 60)
}

/** 导出图片: the sentence to say, or null where it was cancelled. */
export async function exportPicture(picture: Picture, format: 'png' | 'svg'): Promise<string | null> {
  const { title, unit, height } = picture
  const head = 58
  // Outside the page the picture has to say itself what it shows.
  const drawn = await chartSvg(picture.option, width, height)
  const svg = titled(drawn, { title, unit, head, height })
  const bytes = format === 'svg' ? new TextEncoder().encode(svg) : await pngOf(svg, width, height + head)
  const saved = await desktop.saveFile(`${fileName(title)}.${format}`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

function titled(svg: string, at: { title: string; unit: string; head: number; height: number }): string {
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const whole = at.height + at.head
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">`,
    `<rect width="${width}" height="${whole}" fill="${colours.surface}"/>`,
    `<g font-family="${chartText.fontFamily}" fill="${colours.text}">`,
    `<text x="12" y="26" font-size="17" font-weight="600">${plain(at.title)}</text>`,
    `<text x="12" y="46" font-size="12" fill="${colours.secondary}">单位：${plain(at.unit)}</text></g>`,
    `<g transform="translate(0 ${at.head})">${svg}</g></svg>`,
  ].join('')
}

/** 导出 Excel: the whole board with the projects behind it. */
export async function exportBoard(
  board: Board,
  lines: readonly ProjectLine[],
  around: { book: YearBook; units: readonly Unit[]; sections: readonly Pick<Section, 'id' | 'name'>[] },
): Promise<string | null> {
  const { open, note } = await leavingOf(around.book.id, { board, lines })
  const { dashboardWorkbook } = await import('#excel/write-dashboard')
  const bytes = await dashboardWorkbook(open.board, open.lines, {
    office: around.book.identity.office,
    unitNames: new Map(around.units.map(({ id, name }) => [id, name])),
    sectionNames: new Map(around.sections.map(({ id, name }) => [id, name])),
  })
  const saved = await desktop.saveFile(`${board.year}年${board.filter.month}月监控看板.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
