import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import type { PackageChanges, PackageRecord } from '#domain/exchange/package'
import { isSameParty, type Party, type Peer, type Station } from '#domain/exchange/station'
import { db } from './database.ts'

/** 本机 as others know it; null until it has been made. */
export async function ownStation(): Promise<Station | null> {
  return (await db.stations.toCollection().first()) ?? null
}

/** 往来单位 by name. */
export async function allPeers(): Promise<Peer[]> {
  const peers = await db.peers.toArray()
  return peers.sort((left, right) => left.name.localeCompare(right.name, 'zh-Hans-CN'))
}

/** 往来台账, the newest first. */
export async function allPackages(): Promise<PackageRecord[]> {
  const packages = await db.packages.toArray()
  return packages.sort((left, right) => (left.at < right.at ? 1 : -1))
}

export async function packageById(id: string): Promise<PackageRecord | null> {
  return (await db.packages.get(id)) ?? null
}

/** What an import did; null where it was taken back or never was. */
export async function packageChangesOf(id: string): Promise<PackageChanges | null> {
  return (await db.packageChanges.get(id)) ?? null
}

/** Which of these records are here, by `table|id`. */
export async function recordsHere(
  places: readonly { table: string; id: string }[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>()
  const known = new Set(db.tables.map(({ name }) => name))
  for (const { table, id } of places)
    if (id !== '' && known.has(table) && (await db.table(table).get(id))) here.add(`${table}|${id}`)
  return here
}

/** What was exchanged: taken in here, or sent and not withdrawn. What only lies here was not. */
const taken: ReadonlySet<string> = new Set(['applied', 'partly'])
const gone: ReadonlySet<string> = new Set(['dropped', 'refused'])

function counts({ direction, state }: PackageRecord): boolean {
  return direction === 'in' ? taken.has(state) : !gone.has(state)
}

/** Every package from or to somebody about a book, whatever became of it, the newest first. */
export async function allWith(peer: Party, bookId: string): Promise<PackageRecord[]> {
  const packages = await db.packages.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return packages
    .filter((each) => isSameParty(each.peer, peer))
    .sort((left, right) => (left.at < right.at ? 1 : -1))
}

/**
 * Packages exchanged with somebody about a book that count, the newest first; also those that went to the same unit or
 * bureau before its station was known here.
 */
export async function exchangedWith(peer: Party, bookId: string): Promise<PackageRecord[]> {
  return (await allWith(peer, bookId)).filter(counts)
}

const batchSize = 500

/** Among the ids those that a table has: of many that are new a range of keys is read, and no record. */
async function idsThere(table: ExchangeTable, ids: readonly string[]): Promise<ReadonlySet<unknown>> {
  const sorted = ids.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return new Set(await db.table(table).where(':id').between(first, last, true, true).primaryKeys())
}

/** Finds our records of these ids, some at a time; null where there is none. */
export async function finderOf(
  table: ExchangeTable,
  ids: readonly string[],
): Promise<(some: readonly string[]) => Promise<(Carried | null)[]>> {
  // To ask for tens of thousands of records that are not there takes as long as to read them.
  const there = ids.length >= batchSize ? await idsThere(table, ids) : null
  return (some) => found(table, some, there)
}

/** Our records of these ids; null where there is none. */
export async function recordsById(table: ExchangeTable, ids: readonly string[]): Promise<(Carried | null)[]> {
  const find = await finderOf(table, ids)
  return find(ids)
}

async function found(
  table: ExchangeTable,
  ids: readonly string[],
  there: ReadonlySet<unknown> | null,
): Promise<(Carried | null)[]> {
  const records = new Map<string, Carried>()
  const wanted = there ? ids.filter((id) => there.has(id)) : ids
  for (let at = 0; at < wanted.length; at += batchSize) {
    const some: (Carried | undefined)[] = await db.table(table).bulkGet(wanted.slice(at, at + batchSize))
    for (const record of some) if (record) records.set(record.id, record)
  }
  return ids.map((id) => records.get(id) ?? null)
}

/** The ends of the trail of a book and of this machine: while they are the same, nothing was written. */
export async function headsOf(bookId: string): Promise<string> {
  const heads = await db.auditHeads.bulkGet([bookId, ''])
  return JSON.stringify(heads.map((head) => head?.hash ?? ''))
}
