import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { type AttachmentWish, bytesOf, type Cited } from '#domain/exchange/attachments'
import { missingBelow } from '#domain/exchange/checks'
import { type Content, contentsOf, type ExchangeTable, type Way } from '#domain/exchange/contents'
import { packageFileName } from '#domain/exchange/file-name'
import type { PackageRecord, RecordPurpose } from '#domain/exchange/package'
import { purposes } from '#domain/exchange/package'
import { type SecretGoal, secretCollector } from '#domain/exchange/secrets'
import { type Party, partyOf, type Station } from '#domain/exchange/station'
import { scopeOf, wayOf } from '#domain/exchange/way'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { knownIds } from '#exchange/common'
import type { Closing } from '#exchange/lock'
import type { Watch } from '#exchange/pack-table'
import { jsonSchemas } from '#exchange/records/all'
import { type Deleted, type Made, type RecordsWanted, sealRecords } from '#exchange/records-package'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { newestVersion } from '#storage/database'
import { allWith, exchangedWith, headsOf, ownStation, recordsById } from '#storage/exchange'
import { localDay } from '#storage/local-day'
import { rowsOfBook } from '#storage/rows-of-book'
import { newStamp } from '#storage/stamp'
import { openStationKey } from '#storage/station-record'
import { type Entry, write } from '#storage/write'
import { filesToSend, fileToSend } from './package-files.ts'
import { newPackers, type Packers } from './packers.ts'

export type PackageWanted = {
  purpose: RecordPurpose
  bookId: string
  /** A station, or a unit or bureau that has sent no card yet: then its id is ''. */
  receiver: Party
  closing: Closing
  medium: string
  /** What is done with 附件; all of them where nothing is said. */
  attachments?: AttachmentWish
}

/** A package that is whole but stands in no ledger yet: what it shows is what will be sent, to the byte. */
export type Prepared = { record: PackageRecord; bytes: Uint8Array; copy: Uint8Array }

/**
 * What the purpose carries for this receiver, signed by this station: to be looked at before it is kept. It only reads.
 * Throws `station-missing`, `data-key-missing`, `wrong-purpose` where nothing of the kind travels that way, `secret-inside`,
 * `attachments-missing`, `attachments-too-much`; AbortError when cancelled.
 */
export async function preparePackage(
  wanted: PackageWanted,
  dataKey: CryptoKey | null,
  by: Actor,
  watch: Watch = {},
): Promise<Prepared> {
  const packers = newPackers()
  try {
    // Where they cannot start, the first table says why.
    packers.start(wanted.bookId).catch(() => null)
    return await preparedBy(packers, wanted, dataKey, by, watch)
  } finally {
    packers.end()
  }
}

async function preparedBy(
  packers: Packers,
  wanted: PackageWanted,
  dataKey: CryptoKey | null,
  by: Actor,
  watch: Watch,
): Promise<Prepared> {
  const [station, book] = [await ownStation(), await bookById(wanted.bookId)]
  if (!book) throw new AppError('not-found')
  const keys = await openStationKey(station, dataKey)
  if (!station || book.collected || book.kit) throw new AppError('not-allowed')
  const way = wayOf(station, wanted.receiver)
  const contents = way && contentsOf(wanted.purpose, way)
  if (!way || !contents) throw new AppError('wrong-purpose')
  const stamp = newStamp(by)
  const heads = await headsOf(book.id)
  const plan = await planOf(wanted, station, book, way)
  const facts = {
    ...{ id: stamp.nextId(), purpose: wanted.purpose, year: book.year, createdAt: stamp.at, answers: '' },
    ...{
      sender: partyOf(station),
      receiver: wanted.receiver,
      scope: plan.words,
      unitCodes: [...plan.unitCodes],
    },
    ...{ sequence: plan.sequence, base: plan.base, seen: plan.seen, missed: plan.missed },
    ...{
      schemaVersion: newestVersion(),
      rulesId: book.rulesId,
      rulesVersion: book.ownRules?.revision ?? 0,
      bookId: book.id,
    },
  }
  const isOpen = wanted.closing === null
  const pieces: RecordsWanted['pieces'] = (content, secretGoals, watching) => {
    const known = plan.known.get(content.table) ?? new Set()
    return packers.pack({ bookId: book.id, content, scope: plan.scope, known, secretGoals, isOpen }, watching)
  }
  const made = await sealWithFiles(wanted, {
    ...{ facts, contents, keys, closing: wanted.closing, schemas: schemaOf, pieces, ...watch },
    seal: packers.seal,
    secretGoals: contents.some(({ table }) => table === 'goals') ? [] : await secretGoalsOf(book.id),
    deleted: await deletedSince(plan.known, contents),
    untaken: plan.untaken,
  })
  // Half of it from before a change and half from after it would be a state that never was.
  if ((await headsOf(book.id)) !== heads) throw new AppError('changed-meanwhile')
  const record = recordOf(wanted, facts, made, { copy: '', at: stamp.at, by: stamp.by })
  return { record, bytes: made.bytes, copy: made.copy }
}

/**
 * 生成: the prepared package stands in the ledger as 已生成 from now on; saving the file and telling what became of it is the
 * caller's (see mark-package). Throws `changed-meanwhile` where another one went the same way since.
 */
export async function keepPackage({ record, copy }: Prepared, by: Actor): Promise<PackageRecord> {
  const { hash } = await desktop.keepAttachment(copy)
  const kept = { ...record, copy: hash }
  const summary = `生成${purposes[record.purpose]}：给${record.peer.name}，第 ${record.sequence} 号`
  const entry: Entry = { action: 'make-package', bookId: record.bookId, summary }
  return write(newStamp(by), entry, ['packages'], async (writer) => {
    const newest = (await exchangedWith(record.peer, record.bookId)).find(isOut)
    if ((newest?.id ?? '') !== record.base) throw new AppError('changed-meanwhile')
    await writer.put('packages', [kept])
    return kept
  })
}

/** Seals once more without an attachment that turned out to be damaged, where those that are there were wished for. */
async function sealWithFiles(
  { bookId, attachments: wish = 'all' }: PackageWanted,
  wanted: Omit<RecordsWanted, 'filesOf' | 'readFile'>,
): Promise<Made> {
  const unfit = new Set<string>()
  while (true) {
    const going = new Map<string, Cited>()
    let damaged: Cited | null = null
    try {
      return await sealRecords({
        ...wanted,
        async filesOf(cited, secrets) {
          const files = await filesToSend({ bookId, wish, unfit }, cited, secrets)
          for (const file of files.going) going.set(file.hash, file)
          return files
        },
        async readFile(hash) {
          const file = going.get(hash)
          const bytes = file && (await fileToSend(file))
          if (bytes) return bytes
          damaged = file ?? null
          throw new AppError('attachments-missing', { cause: file ? [file] : [] })
        },
      })
    } catch (error) {
      if (wish !== 'there' || damaged === null) throw error
      unfit.add((damaged as Cited).hash) // set by readFile
    }
  }
}

/** Where the goals do not travel themselves, they still say what must not leave. */
async function secretGoalsOf(bookId: string): Promise<readonly SecretGoal[]> {
  const secrets = secretCollector()
  for await (const goals of rowsOfBook('goals', bookId)) secrets.look(goals)
  return secrets.goals()
}

let schemas: Readonly<Record<string, object>> | null = null

function schemaOf(table: ExchangeTable): object {
  schemas ??= jsonSchemas()
  return schemas[table] ?? {}
}

/** What the package follows in the exchange with its receiver, and which units and records it is about. */
async function planOf({ receiver }: PackageWanted, station: Station, book: YearBook, way: Way) {
  const units = await unitsOf(book.id)
  const unitCode = way === 'unit-up' ? station.unitCode : receiver.unitCode
  const scope = scopeOf(way, unitCode, units)
  const [all, earlier] = [await allWith(receiver, book.id), await exchangedWith(receiver, book.id)]
  const out = earlier.find(isOut)
  const taken = earlier.filter(({ direction }) => direction === 'in')
  return {
    scope,
    ...(await knownIds(earlier, desktop.readAttachment)),
    unitCodes: scope ? units.filter(({ id }) => scope.ids.has(id)).map(({ code }) => code) : [],
    words: scope ? `${scope.ids.size} 个单位` : '全部单位',
    // A number is used once, also where its package was withdrawn.
    sequence: Math.max(0, ...all.filter(isOut).map(({ sequence }) => sequence)) + 1,
    base: out?.id ?? '',
    seen: taken[0]?.id ?? '',
    missed: missingBelow(
      taken[0]?.sequence ?? 0,
      taken.map(({ sequence }) => sequence),
    ),
  }
}

function isOut({ direction }: PackageRecord): boolean {
  return direction === 'out'
}

/** What was in the exchange before and is here no longer. */
async function deletedSince(
  known: ReadonlyMap<ExchangeTable, ReadonlySet<string>>,
  contents: readonly Content[],
): Promise<Deleted> {
  const gone: Deleted = []
  const travelling = new Set(contents.map(({ table }) => table))
  for (const [table, ids] of known) {
    if (!travelling.has(table)) continue
    const list = [...ids]
    const records = await recordsById(table, list)
    for (const [index, id] of list.entries()) if (!records[index]) gone.push({ table, id })
  }
  return gone
}

function recordOf(
  wanted: PackageWanted,
  facts: Pick<
    PackageRecord,
    'id' | 'purpose' | 'year' | 'createdAt' | 'scope' | 'unitCodes' | 'sequence' | 'base' | 'seen' | 'bookId'
  > & { sender: Party },
  { bytes, sha256, sm3, facts: own, files }: Made,
  { copy, at, by }: { copy: string; at: string; by: string },
): PackageRecord {
  const { id, purpose, year, createdAt, scope, unitCodes, sequence, base, seen, bookId } = facts
  return {
    ...{ id, purpose, year, createdAt, scope, unitCodes, sequence, base, seen, bookId },
    ...{ direction: 'out', peer: wanted.receiver, peerId: wanted.receiver.id, medium: wanted.medium },
    fileName: packageFileName({ ...facts, receiver: wanted.receiver }, localDay(at)),
    ...{
      size: bytes.length,
      sha256,
      sm3,
      counts: own.counts,
      totals: own.totals,
      secrets: own.secrets,
      copy,
    },
    files: {
      ...{ count: files.going.length, bytes: bytesOf(files.going), lacking: files.lacking.length },
    },
    ...{ state: 'made', receipt: null, overridden: '', at, by, revision: 1, changedAt: at, changedBy: by },
  }
}
