import { executionId } from '#domain/execution/execution'
import type { LedgerPart } from './board-parts.ts'
import { wordPlaces } from './word-places.ts'

const texts = ['goalId', 'unitId', 'source', 'line', 'code', 'name', 'unitName', 'way'] as const
const amounts = ['initial', 'adjusted', 'allocated', 'paid'] as const
/** The texts and, last, an id that does not follow from book, line, month and source as it should. */
const width = texts.length + 1

/** Rows as columns of numbers and each text once: tens of thousands of objects take ten times as long to be read. */
export type PackedRows = {
  bookId: string
  words: string[]
  /** For each row the place of its texts among the words. */
  places: Uint32Array
  months: Uint8Array
  /** Not a number where a ledger gave no amount. */
  amounts: Float64Array
}

export function packRows(bookId: string, rows: readonly LedgerPart[]): PackedRows {
  const { placeOf, words } = wordPlaces()
  const packed = {
    bookId,
    places: new Uint32Array(rows.length * width),
    months: new Uint8Array(rows.length),
    amounts: new Float64Array(rows.length * amounts.length),
  }
  for (const [at, row] of rows.entries()) {
    packed.months[at] = row.month
    for (const [column, field] of texts.entries()) packed.places[at * width + column] = placeOf(row[field])
    const isDerived = row.id === executionId(bookId, row.line, row.month, row.source)
    packed.places[at * width + texts.length] = placeOf(isDerived ? '' : row.id)
    for (const [column, field] of amounts.entries())
      packed.amounts[at * amounts.length + column] = row[field] ?? Number.NaN
  }
  return { ...packed, words: words() }
}

export function unpackRows(packed: PackedRows): LedgerPart[] {
  const { bookId, words, places, months } = packed
  return Array.from(months, (month, at) => {
    const word = (column: number) => words[places[at * width + column] ?? 0] ?? ''
    const amount = (column: number) => {
      const value = packed.amounts[at * amounts.length + column] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }
    const source = word(2) as LedgerPart['source'] // packed from this very field
    const line = word(3)
    const way = word(7) as LedgerPart['way'] // and from this one
    return {
      id: word(texts.length) || executionId(bookId, line, month, source),
      goalId: word(0),
      unitId: word(1),
      month,
      source,
      line,
      code: word(4),
      name: word(5),
      unitName: word(6),
      way,
      initial: amount(0),
      adjusted: amount(1),
      allocated: amount(2),
      paid: amount(3),
    }
  })
}
