import { AppError } from '#domain/errors'
import { type Digests, digestsSoon } from './digests.ts'
import { packedCopy, type Stated } from './kept-copy.ts'
import type { Opener } from './lock.ts'
import { inspectSoon, type Opened, openPackage, partInClear } from './package.ts'
import { type Placed, placed } from './placed.ts'
import { type Batch, checkedPiece, type PieceGiven } from './read-table.ts'
import { type Sealed, type Sealing, sealed } from './sealed.ts'

type Parts = ReadonlyMap<string, Uint8Array>
type PartGiven = { manifest: Opened['manifest']; name: string; bytes: Uint8Array; key: Uint8Array }
/** What is worked at beside the window: what each piece of work is given and gives. */
export type Work = {
  digest: { given: Uint8Array; gives: Digests }
  inspect: { given: Uint8Array; gives: Placed }
  both: { given: Uint8Array; gives: Placed & Digests }
  open: { given: { opened: Opened; opener: Opener }; gives: Map<string, Uint8Array> }
  part: { given: PartGiven; gives: Uint8Array }
  seal: { given: Sealing; gives: Sealed }
  copy: { given: { parts: Parts; stated: Stated }; gives: Uint8Array }
  read: { given: PieceGiven; gives: null }
}
export type Kind = keyof Work
export type Asked = { [K in Kind]: { kind: K; given: Work[K]['given'] } }[Kind]
/**
 * An error crosses as its code, or as its words where it is none of ours; `need` asks for a part that comes late, `batch` are
 * records that were read.
 */
export type Answer =
  | { gives: unknown }
  | { code: AppError['code'] }
  | { failure: string }
  | { need: string }
  | { batch: Batch }
/** A late part, or that it could not be had. */
export type Late = { late: Uint8Array | null }

/** One piece of work: here, or wherever this runs. */
async function answer(asked: Asked): Promise<Work[Kind]['gives']> {
  switch (asked.kind) {
    case 'digest':
      return digestsSoon(asked.given)
    case 'inspect':
      return placed(await inspectSoon(asked.given), asked.given)
    case 'both':
      return { ...placed(await inspectSoon(asked.given), asked.given), ...(await digestsSoon(asked.given)) }
    case 'open':
      return openPackage(asked.given.opened, asked.given.opener, (name) =>
        asked.given.opened.carried.has(name),
      )
    case 'part': {
      const { manifest, name, bytes, key } = asked.given
      return partInClear(manifest, name, bytes, key)
    }
    case 'seal':
      return sealed(asked.given, lateFromWindow)
    case 'copy':
      return packedCopy(asked.given.parts, asked.given.stated)
    case 'read':
      for await (const batch of checkedPiece(asked.given)) postMessage({ batch } satisfies Answer)
      return null
  }
}

let waiting: ((late: Uint8Array | null) => void) | null = null

/** Only the window can read kept files: one is asked for when its turn comes. */
async function lateFromWindow(need: string): Promise<Uint8Array> {
  const late = await new Promise<Uint8Array | null>((resolve) => {
    waiting = resolve
    postMessage({ need } satisfies Answer)
  })
  if (!late) throw new AppError('changed-meanwhile')
  return late
}

/** What large blocks go over to the window without being copied. */
function blocksOf(gives: Work[Kind]['gives']): ArrayBuffer[] {
  const found = gives instanceof Uint8Array ? [gives] : gives instanceof Map ? [...gives.values()] : []
  const sealedBlocks = gives && 'copy' in gives ? [gives.bytes, gives.copy] : []
  const blocks = [...found, ...sealedBlocks].map(({ buffer }) => buffer)
  return [...new Set(blocks)].filter((block) => block instanceof ArrayBuffer)
}

addEventListener('message', ({ data }: MessageEvent<Asked | Late>) => {
  if ('late' in data) return waiting?.(data.late)
  answer(data).then(
    (gives) => postMessage({ gives } satisfies Answer, { transfer: blocksOf(gives) }),
    (error: unknown) =>
      postMessage(error instanceof AppError ? { code: error.code } : { failure: String(error) }),
  )
})
