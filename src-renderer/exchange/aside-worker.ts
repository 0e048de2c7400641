import { AppError } from '#domain/errors'
import { type Digests, digestsSoon } from './digests.ts'
import { packedCopy, type Stated } from './kept-copy.ts'
import { inspectSoon, type Opened, type Opener, openPackage } from './package.ts'
import { type Sealed, type Sealing, sealed } from './sealed.ts'

type Parts = ReadonlyMap<string, Uint8Array>
/** What is worked at beside the window: what each piece of work is given and gives. */
export type Work = {
  digest: { given: Uint8Array; gives: Digests }
  inspect: { given: Uint8Array; gives: Opened }
  open: { given: { opened: Opened; opener: Opener }; gives: Map<string, Uint8Array> }
  seal: { given: Sealing; gives: Sealed }
  copy: { given: { parts: Parts; stated: Stated }; gives: Uint8Array }
}
export type Kind = keyof Work
export type Asked = { [K in Kind]: { kind: K; given: Work[K]['given'] } }[Kind]
/** An error crosses as its code, or as its words where it is none of ours. */
export type Answer = { gives: unknown } | { code: AppError['code'] } | { failure: string }

/** One piece of work: here, or wherever this runs. */
async function answer(asked: Asked): Promise<Work[Kind]['gives']> {
  switch (asked.kind) {
    case 'digest':
      return digestsSoon(asked.given)
    case 'inspect':
      return inspectSoon(asked.given)
    case 'open':
      return openPackage(asked.given.opened, asked.given.opener)
    case 'seal':
      return sealed(asked.given)
    case 'copy':
      return packedCopy(asked.given.parts, asked.given.stated)
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(
    (gives) => postMessage({ gives } satisfies Answer),
    (error: unknown) =>
      postMessage(error instanceof AppError ? { code: error.code } : { failure: String(error) }),
  )
})
