import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { checkFacts } from '#domain/exchange/check-facts'
import { hindrancesOf } from '#domain/exchange/checks'
import { type Content, contentsOf, type ExchangeTable, type Way } from '#domain/exchange/contents'
import { carriesRecords, type PackageRecord } from '#domain/exchange/package'
import { inOrder } from '#domain/exchange/rehearsal'
import { trustOfSender } from '#domain/exchange/station'
import { type TotalFacts, tally } from '#domain/exchange/totals'
import { wayOf } from '#domain/exchange/way'
import type { YearBook } from '#domain/year-book'
import { type Aides, newAides, openedAside, packedCopyAside, provedAside, readersOf } from '#exchange/aside'
import { checkFiles, filesIn } from '#exchange/incoming-files'
import type { Opener } from '#exchange/lock'
import type { Manifest } from '#exchange/manifest'
import type { Watch } from '#exchange/pack-table'
import type { Incoming, ReadPiece } from '#exchange/read-table'
import { assertStated, checkedRecordsOf, deletedIn, strangeParts, untakenIn } from '#exchange/records-package'
import type { Rehearsal } from '#exchange/rehearsal'
import { bookById } from '#storage/books'
import { db, newestVersion } from '#storage/database'
import { allPackages, allPeers, allWith, exchangedWith, headsOf, ownStation } from '#storage/exchange'
import { linesOf, type Place } from './rehearsal-lines.ts'

/**
 * 演练: reads a package wholly and says for every record what would become of it; writes nothing. Throws what the package
 * says (altered, locked, newer), `station-missing`, `wrong-purpose`.
 */
export async function rehearsePackage(
  file: { name: string; bytes: Uint8Array },
  opener: Opener,
  watch: Watch = {},
): Promise<Rehearsal> {
  const aides = newAides()
  try {
    return await rehearsed(aides, file, opener, watch)
  } finally {
    aides.end()
  }
}

async function rehearsed(
  aides: Aides,
  file: { name: string; bytes: Uint8Array },
  opener: Opener,
  watch: Watch,
): Promise<Rehearsal> {
  const opened = await provedAside(file.bytes, watch.signal, aides)
  const { manifest, publicKey, sha256, sm3 } = opened
  const [station, peers] = [await ownStation(), await allPeers()]
  if (!station) throw new AppError('station-missing')
  const { purpose, sender } = manifest
  const way = wayOf(sender, station)
  if (!carriesRecords(purpose) || !way) throw new AppError('wrong-purpose')
  const contents = contentsOf(purpose, way)
  if (!contents) throw new AppError('wrong-purpose')
  if (manifest.schemaVersion > newestVersion()) throw new AppError('newer-package')
  const parts = await openedAside(opened, opener, watch.signal, aides)
  const book = await bookFor(manifest, way)
  const trust = trustOfSender(publicKey, sender, station, peers)
  const heads = await headsOf(book?.id ?? manifest.bookId)
  assertStated(parts, manifest)
  const copying = packedCopyAside(parts, manifest, watch.signal, aides)
  // A failure is thrown when its turn comes.
  copying.catch(() => null)
  const bookId = book?.id ?? manifest.bookId
  const isOther = ({ id }: PackageRecord) => id !== manifest.id
  const counting = await exchangedWith(sender, bookId)
  const earlier = counting.filter(isOther)
  const all = (await allWith(sender, bookId)).filter(isOther)
  const { incoming, totals } = await incomingOf(contents, parts, manifest, readersOf(aides), watch)
  const incomingFiles = await filesIn(opened, opener)
  const lacksOf = (hashes: string[]) => desktop.lackedAttachments(hashes)
  const files = await checkFiles(opened, incomingFiles, incoming, lacksOf, watch.signal)
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
        ...{ trust, before, earlier, all, strange, sha256, totals, files },
      }),
    ),
    file: { name: file.name, size: file.bytes.length, sha256, sm3 },
    ...{ incomingFiles, copy: await copying },
  }
}

/** The book here that a package is about: its own, or for what a higher bureau sends, ours of the year. */
async function bookFor(manifest: Manifest, way: Way): Promise<YearBook | null> {
  if (way !== 'to-bureau') return bookById(manifest.bookId)
  const books = await db.books.where('year').equals(manifest.year).toArray()
  return books.find(({ demo, kit, collected }) => !demo && !kit && !collected) ?? null
}

/** Packages whose content the sender knew when it made this one: ours that it had seen, and its own. */
function seenBySender(
  earlier: readonly PackageRecord[],
  { id: own, seen, missed = [], sequence: number }: Pick<Manifest, 'id' | 'seen' | 'missed' | 'sequence'>,
): PackageRecord[] {
  const newest = earlier.find(({ id, direction }) => id === seen && direction === 'out')
  return earlier.filter(
    ({ id, direction, sequence }) =>
      // Its own with a later number it has forgotten, where it was restored from a backup.
      (direction === 'in' && (sequence < number || id === own)) ||
      (direction === 'out' &&
        newest !== undefined &&
        sequence <= newest.sequence &&
        !missed.includes(sequence)),
  )
}

/** The records of every table through the one door, and what they come to. */
async function incomingOf(
  contents: readonly Content[],
  parts: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  readers: readonly ReadPiece[],
  watch: Watch,
): Promise<{ incoming: Map<ExchangeTable, Incoming>; totals: Omit<TotalFacts, 'stated'> }> {
  const [sums, incoming] = [tally(), new Map<ExchangeTable, Incoming>()]
  let before = 0
  for (const { table } of contents) {
    const read = await checkedRecordsOf(parts, table, manifest, from(watch, before), readers)
    for (const record of read.valid) sums.add(table, record)
    before += read.valid.length + read.faulty.length
    incoming.set(table, read)
  }
  return { incoming, totals: { reckoned: sums.totals(), former: sums.formerTotals() } }
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
