import { AppError } from '#domain/errors'
import type { Piece } from '#exchange/pack-table'
import { openDatabase } from '#storage/database'
import { type PackJob, packStretch } from './pack-job.ts'

/** What a worker says of its job. An error crosses as its code, or as its words where it is none of ours. */
export type Said =
  | { more: number }
  | { piece: Piece }
  | { code: AppError['code']; cause: unknown }
  | { failure: string }

async function answer(job: PackJob): Promise<Piece> {
  await openDatabase()
  return packStretch(job, { onProgress: (more) => say({ more }) })
}

function say(said: Said): void {
  postMessage(said)
}

addEventListener('message', ({ data }: MessageEvent<PackJob>) => {
  answer(data).then(
    (piece) => say({ piece }),
    (error: unknown) => {
      if (!(error instanceof AppError)) return say({ failure: String(error) })
      const { code, cause } = error
      say({ code, cause: Array.isArray(cause) ? cause : String(cause) })
    },
  )
})
