import type { Cell, Workbook, Worksheet } from 'exceljs'
import { type CellObject, read, utils, type WorkBook, type WorkSheet, write } from 'xlsx'
import { gather } from '#domain/grouped'
import { bytesOf, grid, heightOf, linesIn, loadExcel, put, safeText, song } from './form-style.ts'
import { openWorkbook } from './open-workbook.ts'
import { setUpPage } from './write-page.ts'
import { declaredSize, zipEntries } from './zip-guard.ts'

/** What is wrong and where. `cell` null: the whole sheet; `advice` says what to do, where the message does not. */
export type FaultMark = {
  sheet: string
  cell: string | null
  message: string
  advice?: string
}

export const listSheet = '需修改清单'
const faultFill = 'FFFFC7CE'
const faultBorder = { style: 'medium', color: { argb: 'FFC00000' } } as const
/** Above this a workbook is rewritten with its values only instead of being loaded with every style. */
const styledLimit = 40 * 1024 * 1024
const noteLimit = 2_000

type Excel = Awaited<ReturnType<typeof loadExcel>>

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Values a rewritten cell keeps: no formulas (they may refer to what is gone), errors as the text they show. */
function plainCell(cell: CellObject): CellObject {
  const {
    f: _formula,
    F: _range,
    D: _dynamic,
    l: _link,
    c: _comments,
    h: _html,
    r: _rich,
    ...kept
  } = cell as CellObject & { F?: unknown; D?: unknown }
  if (kept.t === 'e') return { t: 's', v: String(kept.w ?? '#错误') }
  if (kept.t === 's') return { ...kept, v: safeText(String(kept.v ?? '')) }
  return kept
}

/** Merges that overlap make a workbook unreadable for strict programs: the first one stays. */
function withoutOverlaps(sheet: WorkSheet): void {
  const kept: NonNullable<WorkSheet['!merges']> = []
  for (const merge of sheet['!merges'] ?? []) {
    const overlaps = kept.some(
      (other) =>
        merge.s.r <= other.e.r && merge.e.r >= other.s.r && merge.s.c <= other.e.c && merge.e.c >= other.s.c,
    )
    if (!overlaps) kept.push(merge)
  }
  if (sheet['!merges']) sheet['!merges'] = kept
}

/** Cells made plain, and the sheet cut to what is filled: SheetJS writes every row that its range declares. */
function keepFilled(sheet: WorkSheet): void {
  const data = sheet['!data'] ?? []
  let width = 1
  for (let at = 0; at < data.length; at++) {
    const row = data[at] ?? []
    data[at] = row.map((cell) => (cell ? plainCell(cell) : cell))
    width = Math.max(width, row.length)
  }
  sheet['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(data.length - 1, 0), c: width - 1 },
  })
}

/** .xls, .et and what ExcelJS does not take, rewritten as .xlsx: values, merges and widths stay, decoration goes. */
function rewritten(bytes: Uint8Array): Uint8Array {
  // The guard first: it refuses what is too large or no workbook at all.
  const guarded = openWorkbook(bytes)
  const book: WorkBook = isZip(bytes)
    ? guarded
    : read(bytes, {
        type: 'array',
        dense: true,
        cellNF: true,
        cellStyles: true,
      })
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    withoutOverlaps(sheet)
    keepFilled(sheet)
  }
  return new Uint8Array(
    write(book, {
      type: 'array',
      bookType: 'xlsx',
      compression: true,
    }) as ArrayBuffer,
  )
}

/** A grid where the rewriting lost the lines, and rows high enough for what wraps in them. */
function drawGrid(book: Workbook): void {
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      let lines = 1
      row.eachCell((cell) => {
        const alignment = { ...cell.alignment, wrapText: true, vertical: 'middle' as const }
        cell.style = { ...cell.style, font: { name: song, size: 10.5 }, border: grid, alignment }
        if (!cell.isMerged) lines = Math.max(lines, linesIn(cell.text, sheet.getColumn(cell.col).width ?? 9))
      })
      row.height = Math.max(row.height ?? 0, heightOf(lines))
    })
  }
}

function masterOf(sheet: Worksheet, address: string): Cell | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address)
  if (!match) return undefined
  return sheet.getCell(address).master
}

function markCell(cell: Cell, messages: readonly string[]): void {
  // Cells loaded with one style share one object: a new one, or half the sheet turns red.
  cell.style = {
    ...cell.style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: faultFill } },
    border: {
      top: faultBorder,
      left: faultBorder,
      bottom: faultBorder,
      right: faultBorder,
    },
  }
  const text = safeText(messages.join('\n')).slice(0, noteLimit)
  cell.note = {
    texts: [{ font: { name: song, size: 10 }, text }],
    margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
  }
}

function sheetOf(book: Workbook, name: string): Worksheet | undefined {
  return book.getWorksheet(name) ?? book.worksheets.find((sheet) => sheet.name.trim() === name.trim())
}

function listMarks(book: Workbook, fileName: string, marks: readonly FaultMark[]): void {
  const sheet = book.addWorksheet(listSheet)
  // ExcelJS appends; the list must be the first thing the unit sees.
  for (const other of book.worksheets) {
    const ordered = other as Worksheet & { orderNo: number }
    ordered.orderNo = other === sheet ? 0 : ordered.orderNo + 1
    // ExcelJS gives null where a sheet has no view of its own.
    other.views = ((other.views as typeof other.views | null) ?? []).map((view) => ({
      ...view,
      tabSelected: other === sheet,
    }))
  }
  book.views = [
    {
      x: 0,
      y: 0,
      width: 20_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: 0,
      visibility: 'visible',
    },
  ]
  const sizes = [6, 22, 10, 52, 34]
  for (const [index, width] of sizes.entries()) sheet.getColumn(index + 1).width = width
  const wide = (row: number, text: string, dress: Parameters<typeof put>[3]) =>
    put(sheet, { top: row, left: 1, bottom: row, right: sizes.length }, text, {
      border: false,
      ...dress,
    })
  wide(1, `${listSheet}（共 ${marks.length} 处）`, {
    bold: true,
    size: 16,
    align: 'center',
  })
  wide(2, `文件：${fileName}。红底单元格为需修改处，批注写明原因；改好后删去本页也可以直接报送。`, {})
  sheet.getRow(1).height = 30
  sheet.getRow(2).height = heightOf(2)
  const heads = ['序号', '工作表', '单元格', '问题', '怎么改']
  for (const [index, text] of heads.entries())
    put(sheet, { top: 3, left: index + 1, bottom: 3, right: index + 1 }, text, {
      bold: true,
      align: 'center',
    })
  for (const [index, mark] of marks.entries()) {
    const row = index + 4
    const advice =
      mark.advice || (mark.cell ? '在该单元格改正后重新报送。' : '对照左侧说明在表中改正后重新报送。')
    const texts = [String(index + 1), mark.sheet, mark.cell ?? '整张表', mark.message, advice]
    for (const [column, text] of texts.entries())
      put(sheet, { top: row, left: column + 1, bottom: row, right: column + 1 }, text, {
        align: column === 0 || column === 2 ? 'center' : 'left',
      })
    if (mark.cell && sheetOf(book, mark.sheet)) {
      const target = `#'${mark.sheet.replaceAll("'", "''")}'!${mark.cell}`
      const cell = sheet.getCell(row, 3)
      cell.value = { text: mark.cell, hyperlink: target }
      cell.style = {
        ...cell.style,
        font: {
          name: song,
          size: 10.5,
          underline: true,
          color: { argb: 'FF0563C1' },
        },
      }
    }
    const lines = texts.map((text, column) => linesIn(text, sizes[column] ?? 10))
    sheet.getRow(row).height = heightOf(Math.max(...lines))
  }
  setUpPage(sheet, {
    lastRow: marks.length + 3,
    lastColumn: sizes.length,
    titles: [3, 3],
  })
}

async function loaded(excel: Excel, bytes: Uint8Array): Promise<Workbook> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book
}

function markBook(book: Workbook, fileName: string, marks: readonly FaultMark[]): void {
  const former = book.getWorksheet(listSheet)
  if (former && book.worksheets.length > 1) book.removeWorksheet(former.id)
  const messages = new Map<Cell, string[]>()
  for (const mark of marks) {
    const sheet = sheetOf(book, mark.sheet)
    const cell = mark.cell && sheet ? masterOf(sheet, mark.cell) : undefined
    if (cell) gather(messages, cell, mark.message)
  }
  for (const [cell, texts] of messages) markCell(cell, texts)
  listMarks(book, fileName, marks)
}

function isStyledReadable(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false
  const entries = zipEntries(bytes)
  if (!entries.some((entry) => entry.name.toLowerCase() === 'xl/workbook.xml')) return false
  declaredSize(entries)
  return entries.reduce((size, entry) => size + entry.unpacked, 0) <= styledLimit
}

/**
 * The unit's own workbook back as .xlsx: faulty cells coloured and commented, 需修改清单 as first sheet. What ExcelJS
 * cannot load is rewritten with its values and merges. Throws WorkbookError for what is no workbook.
 */
export async function markedWorkbook(
  bytes: Uint8Array,
  fileName: string,
  marks: readonly FaultMark[],
): Promise<Uint8Array> {
  const excel = await loadExcel()
  // Not lost where ExcelJS fails: the rewriting below takes every workbook that could be read at all.
  const failed = () => null
  const styled = isStyledReadable(bytes) ? await loaded(excel, bytes).catch(failed) : null
  if (styled) {
    markBook(styled, fileName, marks)
    // Some workbooks load and cannot be written (shared formulas without their master).
    const done = await bytesOf(styled).catch(failed)
    if (done) return done
  }
  const book = await loaded(excel, rewritten(bytes))
  drawGrid(book)
  markBook(book, fileName, marks)
  return bytesOf(book)
}
