import { AppError } from '#domain/errors'
import type { Piece } from '#exchange/pack-table'
import { type Sealed, type Sealing, sealed } from '#exchange/sealed'
import { openDatabase } from '#storage/database'
import { type PackJob, packStretch } from './pack-job.ts'

export type PackAsked = { pack: PackJob } | { seal: Sealing }
/** What a worker says of its job. An error crosses as its code, or as its words where it is none of ours. */
export type Said =
  | { more: number }
  | { piece: Piece }
  | { sealed: Sealed }
  | { code: AppError['code']; cause: unknown }
  | { failure: string }

/** While the window still finds out what is to be packed. */
const opening = openDatabase()
// A failure is said when a job comes.
opening.catch(() => null)

/** Packages with attachments are sealed elsewhere: a packer cannot ask the window for them. */
function noneToRead(name: string): Promise<never> {
  return Promise.reject(new Error(`no attachment is read here: ${name}`))
}

async function answer(asked: PackAsked): Promise<Said> {
  if ('seal' in asked) return { sealed: await sealed(asked.seal, noneToRead) }
  await opening
  return { piece: await packStretch(asked.pack, { onProgress: (more) => say({ more }) }) }
}

/** What was packed or sealed changes hands without being copied. */
function say(said: Said): void {
  const views =
    'piece' in said ? [said.piece.bytes] : 'sealed' in said ? [said.sealed.bytes, said.sealed.copy] : []
  const blocks = views.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)
  postMessage(said, { transfer: blocks })
}

addEventListener('message', ({ data }: MessageEvent<PackAsked>) => {
  answer(data).then(say, (error: unknown) => {
    if (!(error instanceof AppError)) return say({ failure: String(error) })
    const { code, cause } = error
    say({ code, cause: Array.isArray(cause) ? cause : String(cause) })
  })
})
