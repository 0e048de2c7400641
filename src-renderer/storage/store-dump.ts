import type { Dexie, Table } from 'dexie'
import type { BookTotals, ChainHead } from '#domain/backup/manifest'
import type { YearBook } from '#domain/year-book'
import { db, newestVersion, openOlder } from './database.ts'

/** Every record as one line of JSON, in the order of its key. */
export type DumpedTable = { name: string; count: number; chunks: Uint8Array<ArrayBuffer>[] }

export type StoreDump = {
  schemaVersion: number
  tables: DumpedTable[]
  books: BookTotals[]
  heads: ChainHead[]
  accounts: number
  /** Books that may be erased without a trace: of the demo, of a 评分包, of another machine. */
  erasable: string[]
  /** SHA-256 of the attachments that the records cite. */
  attachments: string[]
}

/** Settings of this machine's backups stay with the machine: a backup neither carries nor replaces them. */
export const ownPreference = 'backup-'

/** Records a step: short enough that the page stays quick, large enough that reading is. */
const perStep = 100
const encoder = new TextEncoder()
/** How an attachment stands in a record (domain/attachment.ts); the trail's own hashes stand otherwise. */
const cited = /"hash":"([0-9a-f]{64})"/g

/**
 * The whole store in one read transaction: writes wait, so that it is the state of one moment. Only what must be is done
 * inside; compressing and hashing come after. Lines are kept as bytes, which is a fifth of the records themselves.
 */
export function dumpStore(onStep: (records: number) => void = () => undefined): Promise<StoreDump> {
  return dumpOf(db, newestVersion(), onStep)
}

/** The same of a database of an earlier version, before it is upgraded. */
export async function dumpOlder(version: number): Promise<StoreDump> {
  const older = await openOlder(version)
  try {
    return await dumpOf(older, version, () => undefined)
  } finally {
    older.close()
  }
}

async function dumpOf(
  database: Dexie,
  schemaVersion: number,
  onStep: (records: number) => void,
): Promise<StoreDump> {
  return database.transaction('r', database.tables, async () => {
    const totals = new Map<string, { goals: number; total: number }>()
    const attachments = new Set<string>()
    const tables: DumpedTable[] = []
    for (const table of sorted(database.tables)) {
      const dumped: DumpedTable = { name: table.name, count: 0, chunks: [] }
      await eachStep(table, (records) => {
        const kept = table.name === 'preferences' ? records.filter(isShared) : records
        if (table.name === 'goals') addTotals(totals, kept)
        const text = kept.map((record) => `${JSON.stringify(record)}\n`).join('')
        for (const hash of citedHashes(table.name, text)) attachments.add(hash)
        dumped.count += kept.length
        if (text !== '') dumped.chunks.push(encoder.encode(text))
        onStep(records.length)
      })
      tables.push(dumped)
    }
    const books: YearBook[] = await database.table('books').toArray()
    const hasAccounts = database.tables.some(({ name }) => name === 'accounts')
    return {
      schemaVersion,
      tables,
      books: books.map(({ id, year, name, demo }) => ({
        ...{ id, year, name, demo },
        ...(totals.get(id) ?? { goals: 0, total: 0 }),
      })),
      erasable: books.filter(({ demo, kit, readOnly }) => demo || kit || readOnly).map(({ id }) => id),
      heads: await database.table('auditHeads').toArray(),
      accounts: hasAccounts ? await database.table('accounts').count() : 0,
      attachments: [...attachments].toSorted(),
    }
  })
}

/** Attachments cited in lines of a table; what the trail tells of earlier ones is not asked for. */
export function citedHashes(table: string, text: string): string[] {
  if (table === 'audit' || table === 'auditHeads') return []
  return [...text.matchAll(cited)].flatMap(([, hash]) => hash ?? [])
}

/** Ends of all audit chains: while they stay the same, nothing was done. */
export function chainHeads(): Promise<ChainHead[]> {
  return db.auditHeads.toArray()
}

/** How many records a dump will read. */
export async function storeSize(): Promise<number> {
  const counts = await Promise.all(db.tables.map((table) => table.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

type Keyed = Record<string, unknown>

/** A loop of plain promises: a generator's own would outlive the transaction. */
async function eachStep(table: Table<Keyed, string>, use: (records: Keyed[]) => void): Promise<void> {
  const keyPath = table.schema.primKey.keyPath
  if (typeof keyPath !== 'string') throw new Error('every table has one key')
  let records = await table.orderBy(':id').limit(perStep).toArray()
  while (records.length > 0) {
    use(records)
    if (records.length < perStep) return
    const last = String(records.at(-1)?.[keyPath])
    records = await table.where(':id').above(last).limit(perStep).toArray()
  }
}

function sorted(tables: readonly Table[]): Table[] {
  return tables.toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

function isShared({ id }: Keyed): boolean {
  return !String(id).startsWith(ownPreference)
}

function addTotals(totals: Map<string, { goals: number; total: number }>, goals: readonly Keyed[]): void {
  for (const { bookId, total } of goals) {
    const sum = totals.get(String(bookId)) ?? { goals: 0, total: 0 }
    totals.set(String(bookId), {
      goals: sum.goals + 1,
      total: sum.total + (typeof total === 'number' ? total : 0),
    })
  }
}
