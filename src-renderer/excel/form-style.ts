import type { Alignment, Cell, CellValue, Worksheet } from 'exceljs'
import { type Fen, formatWanExact } from '#domain/money'

/** ExcelJS is large and only needed when something is written: loaded on first use, in a chunk of its own. */
export async function loadExcel() {
  const module = await import('exceljs')
  // Bundlers and Node see the CommonJS build differently.
  return 'Workbook' in module ? module : (module as { default: typeof import('exceljs') }).default
}

export const song = '宋体'
export const wanFormat = '#,##0.00####'
const lineHeight = 14.5
const tallest = 380
const cellLimit = 32_000

const thin = { style: 'thin', color: { argb: 'FF000000' } } as const
export const grid = { top: thin, left: thin, bottom: thin, right: thin }

/** Text that a workbook can hold and that never becomes a formula: control characters, `_x0041_` escapes, length. */
export function safeText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length <= cellLimit ? clean : `${clean.slice(0, cellLimit)}…（原文过长，此处从略）`
}

/** 万元 as a number a spreadsheet adds up; as text where a double could not hold every digit. */
export function wanValue(amount: Fen | null): number | string | null {
  if (amount === null) return null
  const text = formatWanExact(amount).replaceAll(',', '')
  return Math.abs(amount) > 100_000_000_000_000 ? text : Number(text)
}

/** Width in half-width characters: Chinese counts two. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2.05 : 1.1
  return width
}

/** Lines that a text needs in a cell of the given width; spreadsheets do not grow merged cells by themselves. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(width - 1.5, 2)
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / room)), 0)
}

export function heightOf(lines: number): number {
  return Math.min(tallest, Math.max(21, lines * lineHeight + 6))
}

export type Dress = {
  align?: 'left' | 'center' | 'right'
  bold?: boolean
  size?: number
  format?: string
  border?: boolean
  fill?: string
  shrink?: boolean
}

function dressCell(cell: Cell, dress: Dress): void {
  const alignment: Partial<Alignment> = {
    horizontal: dress.align ?? 'left',
    vertical: 'middle',
    ...(dress.shrink ? { shrinkToFit: true } : { wrapText: true }),
  }
  cell.style = {
    font: { name: song, size: dress.size ?? 10.5, bold: dress.bold ?? false, charset: 134 },
    alignment,
    // Text format: a value such as =1+1 stays text even when somebody edits the cell.
    numFmt: dress.format ?? '@',
    ...(dress.border === false ? {} : { border: grid }),
    ...(dress.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: dress.fill } } as const }),
  }
}

export type Place = { top: number; left: number; bottom: number; right: number }

/** Writes one value over a range, merged where it is larger than a cell, grid on every side. */
export function put(sheet: Worksheet, place: Place, value: string | number | null, dress: Dress = {}): Cell {
  const cell = sheet.getCell(place.top, place.left)
  const kept: CellValue = typeof value === 'string' ? (value === '' ? null : safeText(value)) : value
  cell.value = kept
  dressCell(cell, dress)
  if (place.bottom > place.top || place.right > place.left)
    sheet.mergeCells(place.top, place.left, place.bottom, place.right)
  return cell
}

/** Bytes of a finished workbook, in Node and in the browser. */
export async function bytesOf(book: { xlsx: { writeBuffer: () => Promise<unknown> } }): Promise<Uint8Array> {
  const buffer = (await book.xlsx.writeBuffer()) as ArrayBuffer | Uint8Array
  return buffer instanceof Uint8Array
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer)
}

/** Lets the window draw and take input between two files. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
