import { type Carried, type ExchangeTable, exchangeTableList } from '#domain/exchange/contents'
import type { PackageRecord } from '#domain/exchange/package'
import { copyIn } from './kept-copy.ts'
import { type Deleted, deletedIn, leftIn, recordsOf, type Untaken } from './records-package.ts'

/** Reads a kept copy by its hash; null where it is gone. */
export type ReadCopy = (hash: string) => Promise<Uint8Array | null>

type Kept = Pick<PackageRecord, 'id' | 'copy'>
type Copy = ReturnType<typeof copyIn>

async function copyOf({ copy }: Kept, read: ReadCopy): Promise<Copy | null> {
  const bytes = copy === '' ? null : await read(copy)
  return bytes && copyIn(bytes)
}

/** Records were checked before their copy was kept. */
async function* recordsOfCopy({ parts, stated }: Copy, table: ExchangeTable): AsyncGenerator<Carried> {
  for await (const records of recordsOf(parts, table, stated)) yield* records as Carried[] // as they were kept
}

/**
 * Ids of every record that has been in the exchange before, by table, without those taken out again; and what was not taken
 * here of what came: of those the sender must not think that we have them, or had them and deleted them.
 */
export async function knownIds(
  packages: readonly Kept[],
  read: ReadCopy,
): Promise<{ known: Map<ExchangeTable, Set<string>>; untaken: Untaken[] }> {
  const known = new Map<ExchangeTable, Set<string>>()
  const untaken: Untaken[] = []
  // From the oldest on: what was deleted later is known no longer.
  for (const kept of packages.toReversed()) {
    const copy = await copyOf(kept, read)
    if (!copy) continue
    const left = leftIn(copy.parts)
    const isLeft = lookup(left)
    untaken.push(...left.map((each) => ({ packageId: kept.id, ...each })))
    for (const table of exchangeTableList) {
      const ids = known.get(table) ?? new Set()
      for await (const { id } of recordsOfCopy(copy, table)) if (!isLeft(table, id)) ids.add(id)
      if (ids.size > 0) known.set(table, ids)
    }
    for (const { table, id } of deletedIn(copy.parts)) known.get(table)?.delete(id)
  }
  return { known, untaken }
}

function lookup(left: Deleted): (table: ExchangeTable, id: string) => boolean {
  const keys = new Set(left.map(({ table, id }) => keyOf(table, id)))
  return (table, id) => keys.has(keyOf(table, id))
}

/**
 * The newest versions of the wanted records among packages that both sides know, the newest first; by `keyOf`. What one
 * side did not take of a package (noted in the kept copy, or said by the other side) is no version of both.
 */
export async function commonVersions(
  packages: readonly Kept[],
  wanted: ReadonlyMap<ExchangeTable, ReadonlySet<string>>,
  read: ReadCopy,
  untaken: readonly Untaken[] = [],
): Promise<Map<string, Carried>> {
  const found = new Map<string, Carried>()
  const left = new Map([...wanted].map(([table, ids]) => [table, new Set(ids)]))
  for (const kept of packages) {
    const tables = [...left].filter(([, ids]) => ids.size > 0)
    if (tables.length === 0) break
    const copy = await copyOf(kept, read)
    if (!copy) continue
    const isLeft = lookup([
      ...leftIn(copy.parts),
      ...untaken.filter(({ packageId }) => packageId === kept.id),
    ])
    for (const [table, ids] of tables)
      for await (const record of recordsOfCopy(copy, table))
        if (!isLeft(table, record.id) && ids.delete(record.id)) found.set(keyOf(table, record.id), record)
  }
  return found
}

export function keyOf(table: ExchangeTable, id: string): string {
  return `${table}|${id}`
}
