import { AppError } from '#domain/errors'
import type { ExchangeTable } from '#domain/exchange/contents'
import type { Stated } from './ndjson.ts'
import { type Batch, checkedPiece } from './read-table.ts'

export type ReadJob = { table: ExchangeTable; piece: Uint8Array; most: Stated }
/** An error crosses as its code, or as its words where it is none of ours. */
export type ReadSaid = { batch: Batch } | { isDone: true } | { code: AppError['code'] } | { failure: string }

async function read({ table, piece, most }: ReadJob): Promise<void> {
  for await (const batch of checkedPiece(table, piece, most)) say({ batch })
}

function say(said: ReadSaid): void {
  postMessage(said)
}

addEventListener('message', ({ data }: MessageEvent<ReadJob>) => {
  read(data).then(
    () => say({ isDone: true }),
    (error: unknown) => say(error instanceof AppError ? { code: error.code } : { failure: String(error) }),
  )
})
