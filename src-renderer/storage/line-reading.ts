import type { Table } from 'dexie'

/** How the records of a list are read: all of a book, piece by piece in their order, and some by their ids. */
export type RowReading<Row> = {
  each: (bookId: string, take: (rows: readonly Row[]) => void) => Promise<void>
  some: (ids: readonly string[]) => Promise<readonly (Row | undefined)[]>
  /** Where reading all takes long, lines are kept for the next start; it tells whether those are still all there are. */
  count?: (bookId: string) => Promise<number>
}

/** Whole records are read so many at a time: in between the window draws. */
const slice = 150

/** By an index that begins with the book and ends with the id; `keyOf` is a record's key in it. */
export function byIndex<Row>(
  table: Table<Row, string>,
  index: string,
  keyOf: (row: Row) => readonly string[],
): RowReading<Row> {
  const from = (key: readonly string[], isFirst: boolean, bookId: string) =>
    table.where(index).between(key, [bookId, []], isFirst, true)
  return {
    async each(bookId, take) {
      let last: readonly string[] | null = null
      for (;;) {
        const rows: Row[] = await from(last ?? [bookId], last === null, bookId)
          .limit(slice)
          .toArray()
        take(rows)
        const end = rows.at(-1)
        if (!end || rows.length < slice) return
        last = keyOf(end)
      }
    },
    some: (ids) => table.bulkGet([...ids]),
    count: (bookId) => from([bookId], true, bookId).count(),
  }
}

/** So many light rows are read well within a frame. */
const rowSlice = 1000

/** Light rows, by ranges of their ids, which follow the time: those of a book lie together. */
export function byRanges<Row extends { id: string; bookId: string }>(
  table: Table<Row, string>,
): RowReading<Row> {
  return {
    async each(bookId, take) {
      const own = table.where('bookId').equals(bookId)
      const [[first], [last]] = await Promise.all([
        own.clone().limit(1).primaryKeys(),
        own.clone().reverse().limit(1).primaryKeys(),
      ])
      if (first === undefined || last === undefined) return
      let from = first
      for (let isFirst = true; ; isFirst = false) {
        const rows = await table.where('id').between(from, last, isFirst, true).limit(rowSlice).toArray()
        take(rows.filter((row) => row.bookId === bookId))
        const end = rows.at(-1)
        if (!end || rows.length < rowSlice) return
        from = end.id
      }
    },
    some: (ids) => table.bulkGet([...ids]),
  }
}
