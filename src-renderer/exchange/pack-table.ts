import { AppError } from '#domain/errors'
import type { Carried, Content } from '#domain/exchange/contents'
import { leaving } from '#domain/exchange/contents'
import type { Counts, Totals } from '#domain/exchange/package'
import {
  type SecretGoal,
  type Secrets,
  secretCollector,
  secretWordsIn,
  withoutSecrets,
} from '#domain/exchange/secrets'
import { tally } from '#domain/exchange/totals'
import type { Digests } from './digests.ts'
import { type PackedRecords, packedRecords } from './ndjson.ts'

/** How far the work is, and whether it was cancelled. */
export type Watch = { onProgress?: (done: number) => void; signal?: AbortSignal }

/** What of a table leaves, packed: all of it, or a stretch of a large one. */
export type Piece = PackedRecords & {
  counts: Counts
  totals: Totals
  /** Records that stay because they are secret. */
  left: number
  /** Secret goals that were come by, of the whole book. */
  secretGoals: readonly SecretGoal[]
  /** Of the packed bytes, where they were wanted. */
  digests?: Digests
}

/** Where the records come from, and which of them are within the scope. */
export type Source = { rows: AsyncIterable<readonly Carried[]>; isGoing: (record: Carried) => boolean }

/**
 * Packs the records of a table that leave, with what they come to; `onProgress` hears how many more were gone through. It
 * knows of secret goals what it is told and what it comes by. Throws `secret-inside` where secret words would leave.
 */
export async function packedPiece(
  content: Content,
  { rows, isGoing }: Source,
  known: readonly SecretGoal[],
  watch: Watch = {},
): Promise<Piece> {
  const [sums, secrets] = [tally(), secretCollector(known)]
  let left = 0
  async function* leavingRows() {
    for await (const batch of rows) {
      watch.signal?.throwIfAborted()
      if (content.table === 'goals') secrets.look(batch)
      const going: Carried[] = []
      for (const record of batch) {
        if (!isGoing(record)) continue
        const open = withoutSecrets(content.table, record, secrets.known())
        if (open === null) left++
        else going.push(leaving(content, open))
      }
      for (const record of going) sums.add(content.table, record)
      watch.onProgress?.(batch.length)
      yield going
    }
  }
  const records = await packedRecords(leavingRows(), (text) => refuseSecrets(text, secrets.known()))
  return { ...records, counts: sums.counts(), totals: sums.totals(), left, secretGoals: secrets.goals() }
}

/** A name in somebody's remark gives the secret away as well as the record itself would. */
function refuseSecrets(text: string, secrets: Secrets): void {
  if (secrets.ids.size === 0) return
  const found = secretWordsIn(text, secrets)
  if (found.length > 0) throw new AppError('secret-inside', { cause: found })
}
