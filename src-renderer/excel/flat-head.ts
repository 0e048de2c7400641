import { type SheetText, textAt } from './cells.ts'
import { headKey, headParts, joint, unitOfHead } from './flat-fields.ts'

/** Cover lines and notes above a head. */
export const headWithin = 30
const deepest = 3

/** Rows of the head that begins at `row`: as deep as its merged cells, or as a second row of names tells. */
export function depthAt(sheet: SheetText, row: number, isField: (text: string) => boolean): number {
  const cells = (sheet.rows[row] ?? []).filter((cell) => cell.top === row && cell.text !== '')
  const tall = Math.max(row, ...cells.map((cell) => cell.bottom)) - row + 1
  if (tall > 1) return Math.min(tall, deepest)
  const named = (sheet.rows[row + 1] ?? []).filter((cell) => cell.text !== '' && isField(cell.text))
  const isWide = cells.some((cell) => cell.right > cell.left)
  return named.length >= 2 || (isWide && named.length >= 1) ? 2 : 1
}

/** The heads of all columns, the rows of a head as one text. */
export function headsAt(sheet: SheetText, row: number, depth: number): string[] {
  return Array.from({ length: sheet.width }, (_, column) => {
    const parts: string[] = []
    for (let line = row; line < row + depth; line++) {
      const text = textAt(sheet, line, column).replace(/\s+/g, '')
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    return parts.join(joint)
  })
}

/**
 * Two hashes side by side, so that a chance meeting of two layouts is out of the question. A list that states its money
 * unit and one that does not are two layouts: for the second a person must say it.
 */
export function fingerprint(prefix: string, heads: readonly string[], isUnitStated: boolean): string {
  const text = heads
    .map((head) => headParts(head).map(headKey).join('/') + (isUnitStated || unitOfHead(head) ? '$' : ''))
    .join('|')
  let left = 0x811c9dc5
  let right = 0x1b873593
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    left = Math.imul(left ^ code, 0x01000193)
    right = Math.imul(right ^ code, 0x85ebca6b)
    right = (right << 13) | (right >>> 19)
  }
  return `${prefix}-${heads.length}-${(left >>> 0).toString(36)}${(right >>> 0).toString(36)}`
}
