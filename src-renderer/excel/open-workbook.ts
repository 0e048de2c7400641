import { read, type WorkBook } from 'xlsx'
import { formRowLimit } from './cells.ts'
import { markFormulas } from './formulas.ts'
import { WorkbookError } from './workbook-error.ts'
import { declaredSize, type SafeZip, withoutBallast, type ZipEntry, zipEntries } from './zip-guard.ts'

const fileLimit = 50 * 1024 * 1024
function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** Names the streams of an OLE file by their UTF-16 names, without building its tree. */
function streamsOf(bytes: Uint8Array, names: readonly string[]): Set<string> {
  const text = new TextDecoder('latin1').decode(bytes)
  return new Set(names.filter((name) => text.includes([...name].join('\0'))))
}

function checkOle(bytes: Uint8Array): void {
  const streams = streamsOf(bytes, ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'])
  if (streams.has('EncryptedPackage')) throw new WorkbookError('encrypted')
  if (streams.has('Workbook') || streams.has('Book')) return
  if (streams.has('WordDocument')) throw new WorkbookError('docx')
  // The directory of a file cut off is often what is missing.
  throw new WorkbookError(bytes.length % 512 === 0 ? 'not-a-workbook' : 'truncated')
}

/**
 * The file with its properties (author, title) renamed, so that nobody reads them: damaged ones make the parser count to
 * the end of its memory.
 */
function withoutProperties(bytes: Uint8Array): Uint8Array {
  const name = [...'SummaryInformation'].join('\0')
  const text = new TextDecoder('latin1').decode(bytes)
  const copy = bytes.slice()
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) copy[at] = 0x58
  return copy
}

function checkNames(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return
  throw new WorkbookError(names.has('word/document.xml') ? 'docx' : 'not-a-workbook')
}

function isWebPage(bytes: Uint8Array): boolean {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'latin1'
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4096))
  return /<(!doctype html|html|head|body|table|div|meta)[\s>]/i.test(head)
}

/** The bytes to parse, once nothing in them can surprise. */
function checked(bytes: Uint8Array, rowLimit: number): SafeZip {
  if (bytes.length === 0) throw new WorkbookError('empty')
  if (bytes.length > fileLimit) throw new WorkbookError('too-large')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    checkOle(bytes)
    return { bytes: withoutProperties(bytes), parts: {} }
  }
  if (!startsWith(bytes, [0x50, 0x4b, 3, 4]))
    throw new WorkbookError(isWebPage(bytes) ? 'html' : 'not-a-workbook')
  const entries = zipEntries(bytes)
  checkNames(entries)
  declaredSize(entries)
  return withoutBallast(bytes, entries, rowLimit)
}

function parse(bytes: Uint8Array): WorkBook {
  return read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
  })
}

/**
 * The one door for foreign workbooks: refuses what is none, or too much, before parsing; `rowLimit` for those that may
 * be longer than forms are. Throws WorkbookError.
 */
export function openWorkbook(bytes: Uint8Array, rowLimit = formRowLimit): WorkBook {
  try {
    const safe = checked(bytes, rowLimit)
    const book = parse(safe.bytes)
    markFormulas(book, safe.parts)
    return book
  } catch (error) {
    if (error instanceof WorkbookError) throw error
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new WorkbookError(isLocked ? 'encrypted' : 'unreadable', {
      cause: error,
    })
  }
}
