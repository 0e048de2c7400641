import { demoYears } from '#demo/county'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { allAgencies, allExperts } from '#storage/experts'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, type WritableTable, type Writer, write } from '#storage/write'
import { assessedOf, type DemoRecords, type DemoYear, demoYear } from './demo-year.ts'

/** Opens the newest demo book; makes the three years where they are missing, each in one transaction. */
export async function loadDemo(by: Actor): Promise<YearBook> {
  let book: YearBook | null = null
  for (const year of demoYears) book = (await demoBook(year)) ?? (await makeYear(year, book, by))
  if (!book) throw new AppError('not-found')
  return book
}

async function demoBook(year: number): Promise<YearBook | null> {
  return (await db.books.where('year').equals(year).toArray()).find((book) => book.demo) ?? null
}

/** Read or written by the appraisals, which are measured on what the book has. */
const measured: readonly WritableTable[] = ['schemes', 'appraisals', 'reviews', 'draws', 'indicators']

async function makeYear(year: number, previous: YearBook | null, by: Actor): Promise<YearBook> {
  const stamp = newStamp(by)
  const made = await demoYear(year, previous, stamp)
  const { book, records } = made
  const summary = `装入演示账套：${records.goals.length} 个目标`
  const entry: Entry = { action: 'load-demo', bookId: book.id, summary }
  const tables = Object.keys(records) as WritableTable[] // the keys of the table
  return write(stamp, entry, [...tables, 'executions', ...measured], async (writer) => {
    const twin = await demoBook(year)
    if (twin) return twin
    await keep(writer, made, stamp)
    return book
  })
}

async function keep(writer: Writer, made: DemoYear, stamp: Stamp): Promise<void> {
  const { records, executions } = made
  const { experts, agencies, ...ofBook } = records
  for (const table of Object.keys(ofBook) as (keyof typeof ofBook)[]) await put(writer, table, ofBook)
  await writer.putListed('executions', executions)
  // The registers outlive the years and are made once.
  if ((await allExperts(true)).length === 0) await writer.put('experts', experts)
  if ((await allAgencies(true)).length === 0) await writer.put('agencies', agencies)
  const assessed = await assessedOf(made, stamp)
  await writer.put('schemes', assessed.schemes)
  await writer.put('appraisals', assessed.appraisals)
}

/** The records of one table: the compiler sees that they fit when the table is a type of its own. */
async function put<Name extends keyof DemoRecords>(
  writer: Writer,
  table: Name,
  records: Pick<DemoRecords, Name>,
): Promise<void> {
  await writer.put(table, records[table])
}
