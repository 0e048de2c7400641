import type { Size } from '../../build/generate/city.ts'
import { cityRecords } from '../../build/generate/records.ts'

declare global {
  interface Window {
    fillCity?: typeof fillCity
  }
}

/** Runs in the page: the books of a city straight into the store that the program has opened, past its trail. */
async function fillCity(size: Size): Promise<string[]> {
  const database = await window.store.open()
  const bookIds: string[] = []
  const pending: Promise<void>[] = []
  for (const { table, records } of cityRecords(size)) {
    if (table === 'books') bookIds.push(...records.map((book) => String((book as { id: unknown }).id))) // a book has an id
    const work = database.transaction(table, 'readwrite', { durability: 'relaxed' })
    const store = work.objectStore(table)
    for (const record of records) store.put(record)
    pending.push(window.store.done(work))
    // What waits to be written is in memory.
    if (pending.length > 12) await pending.shift()
  }
  await Promise.all(pending)
  database.close()
  return bookIds
}

window.fillCity = fillCity
