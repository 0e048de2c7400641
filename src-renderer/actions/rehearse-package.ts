import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { bookHere } from '#domain/exchange/book'
import { checkFacts } from '#domain/exchange/check-facts'
import { hindrancesOf } from '#domain/exchange/checks'
import {
  type Carried,
  type Content,
  contentsOf,
  type ExchangeTable,
  nameOf,
  type Way,
} from '#domain/exchange/contents'
import { carriesRecords, type PackageRecord, type RecordPurpose, type Totals } from '#domain/exchange/package'
import { deletionOf, inOrder, type Line, lineOf, saysSame } from '#domain/exchange/rehearsal'
import { type Station, type Trust, trustOfSender } from '#domain/exchange/station'
import { tally } from '#domain/exchange/totals'
import { unitsUnder, wayOf } from '#domain/exchange/way'
import type { YearBook } from '#domain/year-book'
import { isWorth, openedAside, packedCopyAside, provedAside } from '#exchange/aside'
import { commonVersions, keyOf } from '#exchange/common'
import type { Manifest } from '#exchange/manifest'
import type { Watch } from '#exchange/pack-table'
import { inspectPackage, type Opener } from '#exchange/package'
import { breather } from '#exchange/pause'
import type { Incoming } from '#exchange/read-table'
import { newReaders, type Readers } from '#exchange/readers'
import {
  assertStated,
  checkedRecordsOf,
  deletedIn,
  strangeParts,
  type Untaken,
  untakenIn,
} from '#exchange/records-package'
import type { Rehearsal } from '#exchange/rehearsal'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { db, newestVersion } from '#storage/database'
import {
  allPackages,
  allPeers,
  allWith,
  exchangedWith,
  finderOf,
  headsOf,
  ownStation,
  recordsById,
} from '#storage/exchange'

/** Looks at a package without its content: who sent it, for whom, what for, and whether the signature is known here. */
export async function lookAtPackage(bytes: Uint8Array): Promise<{
  manifest: Manifest
  publicKey: string
  trust: Trust
  before: PackageRecord | null
}> {
  const { manifest, publicKey } = inspectPackage(bytes)
  const [station, peers, packages] = [await ownStation(), await allPeers(), await allPackages()]
  const trust = trustOfSender(publicKey, manifest.sender, station, peers)
  return { manifest, publicKey, trust, before: packages.find(({ id }) => id === manifest.id) ?? null }
}

/**
 * 演练: reads a package wholly and says for every record what would become of it; writes nothing. Throws what the package
 * says (altered, locked, newer), `station-missing`, `wrong-purpose`.
 */
export async function rehearsePackage(
  file: { name: string; bytes: Uint8Array },
  opener: Opener,
  watch: Watch = {},
): Promise<Rehearsal> {
  const reading = newReaders()
  try {
    // While the package is proved.
    if (isWorth(file.bytes.length)) reading.start()
    return await rehearsed(reading, file, opener, watch)
  } finally {
    reading.end()
  }
}

async function rehearsed(
  { readers }: Readers,
  file: { name: string; bytes: Uint8Array },
  opener: Opener,
  watch: Watch,
): Promise<Rehearsal> {
  const opened = await provedAside(file.bytes, watch.signal)
  const { manifest, publicKey, sha256, sm3 } = opened
  const [station, peers] = [await ownStation(), await allPeers()]
  if (!station) throw new AppError('station-missing')
  const { purpose, sender } = manifest
  const way = wayOf(sender, station)
  if (!carriesRecords(purpose) || !way) throw new AppError('wrong-purpose')
  const contents = contentsOf(purpose, way)
  if (!contents) throw new AppError('wrong-purpose')
  if (manifest.schemaVersion > newestVersion()) throw new AppError('newer-package')
  const parts = await openedAside(opened, opener, watch.signal)
  const book = await bookFor(manifest, way)
  const trust = trustOfSender(publicKey, sender, station, peers)
  const heads = await headsOf(book?.id ?? manifest.bookId)
  assertStated(parts, manifest)
  const copying = packedCopyAside(parts, manifest, watch.signal)
  // A failure is thrown when its turn comes.
  copying.catch(() => null)
  const bookId = book?.id ?? manifest.bookId
  const isOther = ({ id }: PackageRecord) => id !== manifest.id
  const counting = await exchangedWith(sender, bookId)
  const earlier = counting.filter(isOther)
  const all = (await allWith(sender, bookId)).filter(isOther)
  const { incoming, totals } = await incomingOf(contents, parts, manifest, readers, watch)
  const place: Place = { way, purpose, station, book, manifest }
  const common = { packages: seenBySender(counting, manifest), untaken: untakenIn(parts) }
  const lines = await linesOf(place, contents, { incoming, deleted: deletedIn(parts), common }, watch)
  const packages = await allPackages()
  const before = packages.find(({ id }) => id === manifest.id) ?? null
  const checked = { way, station, book, manifest, ownSchemaVersion: newestVersion() }
  const strange = strangeParts(
    parts,
    contents.map(({ table }) => table),
  )
  return {
    ...{ manifest, purpose, way, trust, publicKey, station, book, lines: inOrder(lines), before, heads },
    hindrances: hindrancesOf(
      checkFacts(checked, {
        isAllRefused: lines.length > 0 && lines.every(({ verdict }) => verdict === 'refused'),
        ...{ trust, before, earlier, all, strange, sha256, totals },
      }),
    ),
    file: { name: file.name, size: file.bytes.length, sha256, sm3 },
    copy: await copying,
  }
}

type Place = { way: Way; purpose: RecordPurpose; station: Station; book: YearBook | null; manifest: Manifest }

/** The book here that a package is about: its own, or for what a higher bureau sends, ours of the year. */
async function bookFor(manifest: Manifest, way: Way): Promise<YearBook | null> {
  if (way !== 'to-bureau') return bookById(manifest.bookId)
  const books = await db.books.where('year').equals(manifest.year).toArray()
  return books.find(({ demo, kit, collected }) => !demo && !kit && !collected) ?? null
}

/** Packages whose content the sender knew when it made this one: ours that it had seen, and its own. */
function seenBySender(
  earlier: readonly PackageRecord[],
  { seen, missed = [] }: Pick<Manifest, 'seen' | 'missed'>,
): PackageRecord[] {
  const newest = earlier.find(({ id, direction }) => id === seen && direction === 'out')
  return earlier.filter(
    ({ direction, sequence }) =>
      direction === 'in' ||
      (newest !== undefined && sequence <= newest.sequence && !missed.includes(sequence)),
  )
}

/** The records of every table through the one door, and what they come to. */
async function incomingOf(
  contents: readonly Content[],
  parts: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  readers: Readers['readers'],
  watch: Watch,
): Promise<{ incoming: Map<ExchangeTable, Incoming>; totals: Totals }> {
  const [sums, incoming] = [tally(), new Map<ExchangeTable, Incoming>()]
  let before = 0
  for (const { table } of contents) {
    const read = await checkedRecordsOf(parts, table, manifest, from(watch, before), readers)
    for (const record of read.valid) sums.add(table, record)
    before += read.valid.length + read.faulty.length
    incoming.set(table, read)
  }
  return { incoming, totals: sums.totals() }
}

/** Progress goes on where the tables before left off. */
function from(watch: Watch, before: number): Watch {
  let done = before
  return {
    ...watch,
    onProgress: (more) => {
      done += more
      watch.onProgress?.(done)
    },
  }
}

type Given = {
  incoming: ReadonlyMap<ExchangeTable, Incoming>
  deleted: readonly { table: ExchangeTable; id: string }[]
  /** Packages in which the version may lie that both sides had, and what of them the sender did not take. */
  common: { packages: readonly PackageRecord[]; untaken: readonly Untaken[] }
}

/** Every record of the package beside ours, with the version that both had in common where they differ. */
async function linesOf(
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
    lines.push(lineOf(place.way, { ...pair, base: baseOf(pair.content.table, pair.theirs.id) }))
  }
  lines.push(...(await deletionLines(place, contents, deleted, allowed, baseOf)))
  return lines
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
  const tables = new Set(contents.map(({ table }) => table))
  const lines: Line[] = []
  for (const { table, id } of deleted) {
    const [ours = null] = tables.has(table) ? await recordsById(table, [id]) : []
    if (!ours || foreignReason(place, table, ours, ours, allowed) !== '') continue
    const line = deletionOf(table, id, { ours, base: baseOf(table, id) })
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
  const units = unitsUnder(await unitsOf(book.id), manifest.sender.unitCode)
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
