import { desktop } from '#desktop'
import { bookHere } from '#domain/exchange/book'
import {
  type Carried,
  type Content,
  type ExchangeTable,
  nameOf,
  ofYearTables,
  type Way,
} from '#domain/exchange/contents'
import type { PackageRecord, RecordPurpose } from '#domain/exchange/package'
import { deletionOf, type Line, lineOf, saysSame } from '#domain/exchange/rehearsal'
import type { Station } from '#domain/exchange/station'
import { unitAndDirect } from '#domain/exchange/way'
import type { YearBook } from '#domain/year-book'
import { commonVersions, keyOf } from '#exchange/common'
import type { Manifest } from '#exchange/manifest'
import type { Watch } from '#exchange/pack-table'
import { breather } from '#exchange/pause'
import type { Incoming } from '#exchange/read-table'
import type { Untaken } from '#exchange/records-package'
import { unitsOf } from '#storage/base-data'
import { finderOf, recordsById } from '#storage/exchange'

/** Where a package is looked at, and what it says of itself. */
export type Place = {
  way: Way
  purpose: RecordPurpose
  station: Station
  book: YearBook | null
  manifest: Manifest
}

export type Given = {
  incoming: ReadonlyMap<ExchangeTable, Incoming>
  deleted: readonly { table: ExchangeTable; id: string }[]
  /** Packages in which the version may lie that both sides had, and what of them the sender did not take. */
  common: { packages: readonly PackageRecord[]; untaken: readonly Untaken[] }
}

/** Every record of the package beside ours, with the version that both had in common where they differ. */
export async function linesOf(
  place: Place,
  contents: readonly Content[],
  { incoming, deleted, common }: Given,
  watch: Watch,
): Promise<Line[]> {
  const allowed = await unitsAllowed(place)
  const breathe = breather()
  const lines: Line[] = []
  const pairs = new Map<string, Pair>()
  const wanted = new Map<ExchangeTable, Set<string>>()
  const want = (table: ExchangeTable, id: string) =>
    wanted.set(table, (wanted.get(table) ?? new Set()).add(id))
  for (const content of contents) {
    const { table } = content
    const { valid, faulty } = incoming.get(table) ?? { valid: [], faulty: [] }
    lines.push(...faulty.map((label) => refusedLine(table, label, '内容不符合格式')))
    for await (const [theirs, ours] of besideOurs(place, table, valid)) {
      await breathe()
      watch.signal?.throwIfAborted()
      const reason = foreignReason(place, table, theirs, ours, allowed)
      if (reason !== '') {
        lines.push(refusedLine(table, { id: theirs.id, name: nameOf(theirs) }, reason))
        continue
      }
      pairs.set(keyOf(table, theirs.id), { content, theirs, ours })
      if (ours && !saysSame(ours, theirs)) want(table, theirs.id)
    }
  }
  for (const { table, id } of deleted) want(table, id)
  const bases = await commonVersions(common.packages, wanted, desktop.readAttachment, common.untaken)
  const baseOf = (table: ExchangeTable, id: string) => {
    const base = bases.get(keyOf(table, id))
    return base ? asHere(place, table, base) : null
  }
  for (const pair of pairs.values()) {
    await breathe()
    watch.signal?.throwIfAborted()
    const { table } = pair.content
    lines.push(
      lineOf(place.way, { ...pair, base: sinceThen(table, baseOf(table, pair.theirs.id), pair.ours) }),
    )
  }
  lines.push(...(await deletionLines(place, contents, deleted, allowed, baseOf)))
  return lines.map((line) => whereClosed(place, line))
}

/** The common version of a book came with an older package: how far its data reach is news of this one. */
function sinceThen(table: ExchangeTable, base: Carried | null, ours: Carried | null): Carried | null {
  return table === 'books' && base && ours?.collected ? { ...base, collected: ours.collected } : base
}

/** What would change in a closed year stays as it is here. */
function whereClosed({ book }: Place, line: Line): Line {
  const isStill = line.verdict === 'same' || line.verdict === 'kept' || line.verdict === 'refused'
  if (!book?.closed || isStill || !ofYearTables.has(line.table)) return line
  return refusedLine(line.table, line, `${book.year} 年度已关账，重新打开后才能接收`)
}

const batchSize = 500

/** Records of a table as they would stand here, with ours beside them. */
async function* besideOurs(
  place: Place,
  table: ExchangeTable,
  records: readonly Carried[],
): AsyncGenerator<[Carried, Carried | null]> {
  const find = await finderOf(
    table,
    records.map((record) => asHere(place, table, record).id),
  )
  for (let at = 0; at < records.length; at += batchSize) {
    const here = records.slice(at, at + batchSize).map((record) => asHere(place, table, record))
    const ours = await find(here.map(({ id }) => id))
    for (const [index, theirs] of here.entries()) yield [theirs, ours[index] ?? null]
  }
}

type Pair = { content: Content; theirs: Carried; ours: Carried | null }

async function deletionLines(
  place: Place,
  contents: readonly Content[],
  deleted: readonly { table: ExchangeTable; id: string }[],
  allowed: ReadonlySet<string> | null,
  baseOf: (table: ExchangeTable, id: string) => Carried | null,
): Promise<Line[]> {
  const byTable = new Map(contents.map((content) => [content.table, content]))
  const lines: Line[] = []
  for (const { table, id } of deleted) {
    const content = byTable.get(table)
    const [ours = null] = content ? await recordsById(table, [id]) : []
    if (!content || !ours || foreignReason(place, table, ours, ours, allowed) !== '') continue
    const line = deletionOf(place.way, content, id, { ours, base: baseOf(table, id) })
    if (line) lines.push(line)
  }
  return lines
}

function refusedLine(table: ExchangeTable, { id, name }: { id: string; name: string }, reason: string): Line {
  return {
    ...{ table, id, name, unitId: '', verdict: 'refused', reason },
    ...{ base: null, ours: null, theirs: null, conflicts: [] },
  }
}

/** The record as it stands in this installation: in the book here, and the book itself by the way it came. */
function asHere({ way, book, station, manifest }: Place, table: ExchangeTable, record: Carried): Carried {
  if (table === 'books') {
    const { sender, id: packageId, createdAt: at } = manifest
    const from = { stationId: sender.id, name: sender.name, packageId, at }
    const theirs = record as unknown as YearBook // read by the schema of books
    return bookHere(way, { ...theirs, id: book?.id ?? theirs.id }, book, station, from)
  }
  if (way !== 'to-bureau' || !book || !('bookId' in record)) return record
  return { ...record, bookId: book.id }
}

/** Units whose records a sender may send; null for all. */
async function unitsAllowed({ way, book, manifest }: Place): Promise<ReadonlySet<string> | null> {
  if (way !== 'unit-up' || !book) return null
  const units = unitAndDirect(await unitsOf(book.id), manifest.sender.unitCode)
  return new Set(units.map(({ id }) => id))
}

/** Why a record is none of the sender's business; '' where it is. */
function foreignReason(
  { manifest, book, purpose }: Place,
  table: ExchangeTable,
  theirs: Carried,
  ours: Carried | null,
  allowed: ReadonlySet<string> | null,
): string {
  const bookId = book?.id ?? manifest.bookId
  const isForeign = [theirs, ours].some((record) => record && 'bookId' in record && record.bookId !== bookId)
  if (isForeign || (table === 'books' && theirs.id !== bookId)) return '属于另一个账套'
  if (purpose !== 'handover' && theirs.secret === true) return '标为涉密，不应出现在数据包里'
  if (allowed === null) return ''
  if (typeof theirs.unitId !== 'string') return '不属于发送单位'
  const units = [theirs, ours].flatMap((record) =>
    typeof record?.unitId === 'string' ? [record.unitId] : [],
  )
  return units.every((unitId) => allowed.has(unitId)) ? '' : '不属于发送单位'
}
