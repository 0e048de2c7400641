import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import { db } from './database.ts'

const batchSize = 500
/** Smaller tables are read sooner than a second reader has begun. */
const worthSplitting = 2000

/** Ids from the first to before the last; '' for the ends of the table. */
export type Stretch = { from: string; before: string }
const wholeTable: Stretch = { from: '', before: '' }

type Paged = { index: string; first: unknown; end: unknown; keyOf: (id: string) => unknown }

/** How a large table is read in pages: by the index that has the book and the id; null for the small ones. */
function pagedBy(table: ExchangeTable, bookId: string): Paged | null {
  if (table === 'books' || table === 'calendars' || table === 'indicators') return null
  if (table === 'executions')
    return { index: 'id', first: `${bookId}|`, end: `${bookId}|\uffff`, keyOf: (id) => id }
  const unique = bookIndexes(table).find(({ keyPath }) => keyPath?.length === 2 && keyPath[1] === 'id')
  if (!unique) return null
  return { index: unique.name, first: [bookId], end: [bookId, []], keyOf: (id) => [bookId, id] }
}

function bookIndexes(table: ExchangeTable) {
  const { indexes } = db.table(table).schema
  return indexes.filter(({ keyPath }) => Array.isArray(keyPath) && keyPath[0] === 'bookId')
}

/** Whether a table has so many records of a book that it is worth two readers. */
export async function isLarge(table: ExchangeTable, bookId: string): Promise<boolean> {
  const paged = pagedBy(table, bookId)
  if (!paged) return false
  const rows = db.table(table).where(paged.index).between(paged.first, paged.end)
  return (await rows.limit(worthSplitting).count()) === worthSplitting
}

/** So that of two readers none waits long for the other's last one. */
const stretchCount = 4

/** A large table in stretches of about as many records, for several readers; else the whole of it. */
export async function stretchesOf(table: ExchangeTable, bookId: string): Promise<Stretch[]> {
  const paged = pagedBy(table, bookId)
  if (!paged) return [wholeTable]
  const rows = () => db.table(table).where(paged.index).between(paged.first, paged.end)
  const count = await rows().count()
  if (count < worthSplitting) return [wholeTable]
  const begins = await Promise.all(
    Array.from({ length: stretchCount - 1 }, async (_, index) => {
      const before = Math.floor((count * (index + 1)) / stretchCount)
      const [id] = await rows().offset(before).limit(1).primaryKeys()
      return String(id)
    }),
  )
  return ['', ...begins].map((from, index) => ({ from, before: begins[index] ?? '' }))
}

/**
 * The records of a table that belong to a book, or a stretch of them, in batches: of a large book never more than a few
 * hundred at once.
 */
export async function* rowsOfBook(
  table: ExchangeTable,
  bookId: string,
  { from, before }: Stretch = wholeTable,
): AsyncGenerator<Carried[]> {
  const paged = pagedBy(table, bookId)
  if (paged) {
    const [first, end] = [
      from === '' ? paged.first : paged.keyOf(from),
      before === '' ? paged.end : paged.keyOf(before),
    ]
    return yield* pages(table, { ...paged, first, end })
  }
  if (table === 'books') return yield [await db.books.get(bookId)].filter((book) => book !== undefined)
  if (table === 'calendars') return yield await db.calendars.toArray()
  if (table === 'indicators') return yield await db.indicators.filter(({ demo }) => !demo).toArray()
  const index = bookIndexes(table)[0]?.name ?? ''
  const rows: Carried[] = await db.table(table).where(index).between([bookId], [bookId, []]).toArray()
  for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize)
}

async function* pages(table: ExchangeTable, { index, first, end, keyOf }: Paged): AsyncGenerator<Carried[]> {
  const page = (last: unknown): Promise<Carried[]> => {
    const rows = db
      .table(table)
      .where(index)
      .between(last, end, last === first, false)
    const reading = rows.limit(batchSize).toArray()
    // Asked for early; a failure is thrown when its turn comes.
    reading.catch(() => null)
    return reading
  }
  let next: Promise<Carried[]> | null = page(first)
  while (next) {
    const rows: Carried[] = await next
    const last: Carried | undefined = rows.at(-1)
    // The next page is read while this one is packed.
    next = last && rows.length === batchSize ? page(keyOf(last.id)) : null
    if (rows.length > 0) yield rows
  }
}
