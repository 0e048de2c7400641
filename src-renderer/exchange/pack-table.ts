import { AppError } from '#domain/errors'
import { type Cited, citedBy, onceEach } from '#domain/exchange/attachments'
import type { Carried, Content } from '#domain/exchange/contents'
import { leaving } from '#domain/exchange/contents'
import {
  type SecretGoal,
  type Secrets,
  secretCollector,
  secretWordsIn,
  withoutSecrets,
} from '#domain/exchange/secrets'
import { type Heard, tally } from '#domain/exchange/totals'
import type { Digests } from './digests.ts'
import { type PackedRecords, packedRecords } from './ndjson.ts'

/** How far the work is, and whether it was cancelled. */
export type Watch = { onProgress?: (done: number) => void; signal?: AbortSignal }

/** What of a table leaves, packed: all of it, or a stretch of a large one. */
export type Piece = PackedRecords & {
  /** What its records come to. */
  heard: Heard
  /** Records that stay because they are secret. */
  left: number
  /** Secret goals that were come by, of the whole book. */
  secretGoals: readonly SecretGoal[]
  /** Attachments that the records hold as they leave, each content once. */
  cited: readonly Cited[]
  /** Of the packed bytes, where they were wanted. */
  digests?: Digests
}

/** Where the records come from, which of them are within the scope, and how much of them. */
export type Source = {
  rows: AsyncIterable<readonly Carried[]>
  isGoing: (record: Carried) => boolean
  /** The record as this receiver may see it. */
  shown?: (record: Carried) => Carried
}

/**
 * Packs the records of a table that leave, with what they come to; `onProgress` hears how many more were gone through. It
 * knows of secret goals what it is told and what it comes by. Throws `secret-inside` where secret words would leave.
 */
export async function packedPiece(
  content: Content,
  { rows, isGoing, shown = (record) => record }: Source,
  known: readonly SecretGoal[],
  watch: Watch = {},
): Promise<Piece> {
  const [sums, secrets] = [tally(), secretCollector(known)]
  const cited: Cited[] = []
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
        else going.push(leaving(content, shown(open)))
      }
      for (const record of going) {
        sums.add(content.table, record)
        cited.push(...citedBy(content.table, record))
      }
      watch.onProgress?.(batch.length)
      yield going
    }
  }
  const records = await packedRecords(leavingRows(), (text) => refuseSecrets(text, secrets.known()))
  const found = { left, secretGoals: secrets.goals(), cited: onceEach(cited) }
  return { ...records, ...found, heard: sums.heard() }
}

/** A name in somebody's remark gives the secret away as well as the record itself would. */
function refuseSecrets(text: string, secrets: Secrets): void {
  if (secrets.ids.size === 0) return
  const found = secretWordsIn(text, secrets)
  if (found.length > 0) throw new AppError('secret-inside', { cause: found })
}
