import { db } from './database.ts'

type Kept = Readonly<Record<string, unknown>>

/** Few enough that reading them is not felt, though some records are large. */
const perStep = 50

/** The records of a table in the order of their keys, a few at a time: what is written meanwhile may or may not be met. */
export async function eachRecord(name: string, use: (record: Kept) => Promise<void>): Promise<void> {
  const table = db.table<Kept, string>(name)
  const { keyPath } = table.schema.primKey
  let last: string | null = null
  for (;;) {
    const rows: Kept[] = await (last === null ? table.orderBy(':id') : table.where(':id').above(last))
      .limit(perStep)
      .toArray()
    for (const row of rows) await use(row)
    if (rows.length < perStep) return
    last = String(rows.at(-1)?.[String(keyPath)])
  }
}

/** How many records tables hold. */
export async function countIn(names: readonly string[]): Promise<number> {
  const counts = await Promise.all(names.map((name) => db.table(name).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
