import { recordSchemas } from '#exchange/records/all'
import { keptSchemas } from '#exchange/records/kept'
import { type Sure, sureOf } from '#exchange/sure'
import { countIn, eachRecord } from '#storage/each-record'
import type { Pause } from '#storage/slices'

/** Everything that is kept and has a form of its own; rows of the ledger and the trail are held to what they follow from. */
const schemas = { ...recordSchemas, ...keptSchemas }
export type CheckedTable = keyof typeof schemas

/** A record whose content is not what its schema says, and the first place in it that is not; `isMissing` where nothing stands there. */
export type FaultyRecord = {
  table: CheckedTable
  id: string
  name: string
  /** '' where it belongs to no book. */
  bookId: string
  place: string
  isMissing: boolean
}

export type RecordsVerdict = {
  checked: number
  faulty: number
  /** The first of them. */
  shown: FaultyRecord[]
}

/** More are counted, not listed: then it is no matter of single records. */
const mostShown = 500

const names = Object.keys(schemas) as CheckedTable[] // the keys of the table
const sures = new Map<CheckedTable, Sure>()

/** What is wrong with a record of a table; null where its schema knows it. */
export function faultOf(table: CheckedTable, record: Readonly<Record<string, unknown>>): FaultyRecord | null {
  const isSure = sures.get(table) ?? sureOf(schemas[table])
  sures.set(table, isSure)
  if (isSure(record)) return null
  const [issue] = schemas[table].safeParse(record).error?.issues ?? []
  if (!issue) return null
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')
  const { id, name, title, fileName, bookId } = record
  return {
    ...{ table, id: text(id), bookId: table === 'books' ? text(id) : text(bookId) },
    name: text(name) || text(title) || text(fileName) || '（没有名称的记录）',
    place: issue.path.map(String).join('.'),
    isMissing: issue.path.reduce(within, record) === undefined,
  }
}

/** What stands under a key of an object or a list; undefined where it is neither. */
function within(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

export function isChecked(table: string): table is CheckedTable {
  return Object.hasOwn(schemas, table)
}

/** How many records a check goes through. */
export function recordCount(): Promise<number> {
  return countIn(names)
}

/** Every record of every table that has a schema, a few at a time. Throws what `pause` throws, so that it can be stopped. */
export async function recordsCheck(
  pause: Pause,
  onChecked: (count: number) => void = () => undefined,
): Promise<RecordsVerdict> {
  const verdict = newVerdict()
  for (const table of names)
    await eachRecord(table, async (record) => {
      await pause()
      addTo(verdict, faultOf(table, record))
      onChecked(verdict.checked)
    })
  return verdict
}

export function newVerdict(): RecordsVerdict {
  return { checked: 0, faulty: 0, shown: [] }
}

/** One more record, with what is wrong with it. */
export function addTo(verdict: RecordsVerdict, fault: FaultyRecord | null): void {
  verdict.checked++
  if (!fault) return
  verdict.faulty++
  if (verdict.shown.length < mostShown) verdict.shown.push(fault)
}
