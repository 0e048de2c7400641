import type { Table } from 'dexie'

/** Lets the window draw between two slices of work. */
export type Pause = () => Promise<void>

/** Where no window waits. */
export const noPause: Pause = () => Promise.resolve()

const slice = 150

/** The records of a book by key range, so many at a time. */
export async function eachSlice<Row extends { id: string }>(
  table: Table<Row, string>,
  bookId: string,
  pause: Pause,
  take: (rows: readonly Row[]) => void | Promise<void>,
): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await table
      .where('[bookId+id]')
      .between([bookId, last], [bookId, []], last === '', true)
      .limit(slice)
      .toArray()
    if (rows.length > 0) await take(rows)
    if (rows.length < slice) return
    last = rows.at(-1)?.id ?? ''
    await pause()
  }
}
