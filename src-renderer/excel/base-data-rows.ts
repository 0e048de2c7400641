import { type CellObject, SSF, type WorkSheet } from 'xlsx'
import type { Problem, Severity } from '#domain/problem'
import { plain } from './cells.ts'
import { openWorkbook } from './open-workbook.ts'

/** Text of a cell; a code kept as number is written out as its number format shows it (000123). */
function textOf(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return ''
  if (typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : ''
    return /^0{2,}$/.test(format) ? SSF.format(format, cell.v) : String(cell.v)
  }
  return String(cell.v).normalize('NFKC').trim()
}

type Line = { row: number; texts: string[]; hasNumber: boolean }

/** Rows under the head that names the columns wanted, in the order of `heads`; null where no sheet has such a head. */
export function linesUnder(bytes: Uint8Array, heads: readonly RegExp[], needed: number): Line[] | null {
  const book = openWorkbook(bytes)
  for (const name of book.SheetNames) {
    const data: WorkSheet['!data'] = book.Sheets[name]?.['!data'] ?? []
    const top = data.slice(0, 20).findIndex((row) =>
      columnsOf(row ?? [], heads)
        .slice(0, needed)
        .every((at) => at >= 0),
    )
    if (top < 0) continue
    const columns = columnsOf(data[top] ?? [], heads)
    const lines: Line[] = []
    for (let row = top + 1; row < data.length; row++) {
      const cells = data[row] ?? []
      const texts = columns.map((at) => textOf(cells[at]))
      if (texts.every((text) => text === '')) continue
      const code = cells[columns[0] ?? -1]
      const hasNumber = code?.t === 'n' && !/^0{2,}$/.test(typeof code.z === 'string' ? code.z : '')
      lines.push({ row: row + 1, texts, hasNumber })
    }
    return lines
  }
  return null
}

function columnsOf(row: readonly (CellObject | undefined)[], heads: readonly RegExp[]): number[] {
  // Sparse rows: Array.from sees the holes that findIndex on the row itself would call with undefined anyway.
  const labels = Array.from(row, (cell) => plain(textOf(cell)))
  return heads.map((head) => labels.findIndex((label) => head.test(label)))
}

export function problem(
  code: string,
  severity: Severity,
  row: number,
  message: string,
  suggestion: string,
): Problem {
  const place = row > 0 ? `第 ${row} 行：` : ''
  return {
    code,
    severity,
    at: row > 0 ? `row.${row}` : '',
    message: `${place}${message}`,
    clause: '',
    suggestion,
  }
}

/** A line that may become a unit: named, and its code not used by a line before it. */
export function soundLines(lines: readonly Line[], problems: Problem[]): Line[] {
  const seen = new Map<string, number>()
  return lines.filter(({ row, texts, hasNumber }) => {
    const [code = '', name = ''] = texts
    if (name === '') {
      problems.push(
        problem(
          'name-missing',
          'error',
          row,
          `编码 ${code || '（空）'} 没有名称，没有读取。`,
          '请补上名称。',
        ),
      )
      return false
    }
    const before = seen.get(code)
    if (code !== '' && before !== undefined) {
      problems.push(
        problem('code-twice', 'error', row, `编码 ${code} 与第 ${before} 行重复，没有读取。`, '请改正编码。'),
      )
      return false
    }
    seen.set(code, row)
    if (code === '')
      problems.push(problem('code-missing', 'warning', row, `“${name}”没有编码。`, '请补上编码。'))
    if (hasNumber)
      problems.push(
        problem(
          'code-number',
          'hint',
          row,
          `编码 ${code} 是数值，开头的 0 可能已丢失。`,
          '请核对，或把该列改为文本格式。',
        ),
      )
    return true
  })
}
