import { AppError } from '#domain/errors'
import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import { type PieceRead, recordsOfPiece, type Stated as StatedSize } from './ndjson.ts'
import type { Watch } from './pack-table.ts'
import { breather } from './pause.ts'
import { recordSchemas } from './records/all.ts'
import { type Sure, sureOf } from './sure.ts'

export type Label = { id: string; name: string }
/** The records of a table that the schema knows, and what to call those that it does not. */
export type Incoming = { valid: Carried[]; faulty: Label[] }

/** Some records of a piece as they were read, with how many and how large they came. */
export type Batch = Incoming & PieceRead

/** A piece of a table, and more than what it may not come to. */
export type PieceGiven = { table: ExchangeTable; piece: Uint8Array; most: StatedSize }

/** More records of a table that no program writes: then the package is none, and not a record at a time. */
const mostFaulty = 5000

const sures = new Map<ExchangeTable, Sure>()

function sureOfTable(table: ExchangeTable): Sure {
  const sure = sures.get(table) ?? sureOf(recordSchemas[table])
  sures.set(table, sure)
  return sure
}

/** The records of a piece through the one door: what the schema does not know is refused, a record at a time. */
export async function* checkedPiece({ table, piece, most }: PieceGiven): AsyncGenerator<Batch> {
  const [schema, isSure] = [recordSchemas[table], sureOfTable(table)]
  const breathe = breather()
  for await (const { records, count, unpacked } of recordsOfPiece(piece, most)) {
    const batch: Batch = { valid: [], faulty: [], count, unpacked }
    for (const record of records) {
      // The first records are slow until the machine knows the way: a whole batch of them would be felt.
      await breathe()
      if (isSure(record)) {
        batch.valid.push(record as Carried) // every record schema has an id
        continue
      }
      const parsed = schema.safeParse(record)
      if (parsed.success)
        batch.valid.push(parsed.data as Carried) // every record schema has an id
      else batch.faulty.push(labelOf(record))
    }
    yield batch
  }
}

function labelOf(record: unknown): Label {
  const { id, name } = (record ?? {}) as Record<string, unknown> // looked at in the next line
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')
  return { id: text(id), name: text(name) || text(id) || '（没有名称的记录）' }
}

/** Reads a piece and hands on its batches as they come: here, or in a worker. */
export type ReadPiece = (
  given: PieceGiven,
  take: (batch: Batch) => void,
  signal?: AbortSignal,
) => Promise<void>

async function readHere(...[given, take, signal]: Parameters<ReadPiece>): Promise<void> {
  for await (const batch of checkedPiece(given)) {
    signal?.throwIfAborted()
    take(batch)
  }
}

/**
 * The records of a table from its pieces, in their order, exactly as many and as large as stated; several pieces are read here
 * and by `readers` side by side: what a worker read has to be copied over, what is read here has not. Throws
 * `package-altered` for anything else.
 */
export async function readTable(
  table: ExchangeTable,
  pieces: readonly Uint8Array[],
  stated: StatedSize,
  watch: Watch = {},
  readers: readonly ReadPiece[] = [],
): Promise<Incoming> {
  const read = pieces.map((): Incoming => ({ valid: [], faulty: [] }))
  let [count, unpacked, faults] = [0, 0, 0]
  const queue = [...pieces.entries()]
  const takeFor = (index: number) => (batch: Batch) => {
    count += batch.count
    unpacked += batch.unpacked
    faults += batch.faulty.length
    // Also where every piece alone is small enough, no more is taken than was stated.
    if (count > stated.count || unpacked > stated.unpacked || faults > mostFaulty)
      throw new AppError('package-altered')
    read[index]?.valid.push(...batch.valid)
    read[index]?.faulty.push(...batch.faulty)
    watch.onProgress?.(batch.count)
  }
  const lane = async (reader: ReadPiece) => {
    for (let next = queue.shift(); next; next = queue.shift())
      await reader({ table, piece: next[1], most: stated }, takeFor(next[0]), watch.signal)
  }
  await Promise.all([...readers.slice(0, pieces.length - 1), readHere].map(lane))
  if (count !== stated.count || unpacked !== stated.unpacked) throw new AppError('package-altered')
  return { valid: read.flatMap(({ valid }) => valid), faulty: read.flatMap(({ faulty }) => faulty) }
}
