import type { Worksheet } from 'exceljs'
import { columnLetter } from './form-style.ts'

/** A4, fitted to the width, head rows repeated, page numbers and 校验码 at the foot. */
export function setUpPage(
  sheet: Worksheet,
  page: {
    lastRow: number
    lastColumn: number
    titles: [number, number] | null
    landscape?: boolean
    code?: string
  },
): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: page.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 },
    printArea: `A1:${columnLetter(page.lastColumn)}${page.lastRow}`,
    ...(page.titles ? { printTitlesRow: `${page.titles[0]}:${page.titles[1]}` } : {}),
  }
  const code = page.code ? `&L&9校验码 ${page.code}` : ''
  sheet.headerFooter.oddFooter = `${code}&C&9第 &P 页 共 &N 页`
}
