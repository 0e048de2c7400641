import { readdirSync, readFileSync } from 'node:fs'
import { db } from '#storage/database'
import { type RecordName, recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import { demoWorld } from '../storage/demo-world.ts'

/** A record as it is kept: what JSON can hold. */
export type Kept = Readonly<Record<string, unknown>>

export const recordNames = Object.keys(recordSchemas) as RecordName[] // the keys of the table

/** What stays with a book where it is: the keys of an expert's kit, and where it was collected. */
const local = ['kit', 'collected', 'readOnly']

/** The records of a table as they are sent. */
export async function recordsOf(name: RecordName): Promise<Kept[]> {
  const records: Kept[] = await db.table(name).toArray()
  if (name !== 'books') return records
  return records.map((book) =>
    Object.fromEntries(Object.entries(book).filter(([key]) => !local.includes(key))),
  )
}

/** Why a record is refused; none where it passes. */
export function refusals(name: RecordName, record: unknown): string[] {
  const { error } = recordSchemas[name].safeParse(record)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/** Everything of the demo's three years. */
export async function demoRecords(): Promise<Map<RecordName, Kept[]>> {
  await demoWorld()
  return new Map(await Promise.all(recordNames.map(async (name) => [name, await recordsOf(name)] as const)))
}

const folder = new URL('../fixtures/databases/', import.meta.url)
export const fixtureNames = readdirSync(folder)

/** Everything of a kept database of an earlier version; tables that it did not have yet are empty. */
export function fixtureRecords(file: string): Map<RecordName, Kept[]> {
  const { tables } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  return new Map(recordNames.map((name) => [name, tables[name] ?? []]))
}
