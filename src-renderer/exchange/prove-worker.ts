import { AppError } from '#domain/errors'
import { type Opened, type Opener, openPackage } from './package.ts'
import { type Proved, proved } from './proved.ts'

export type Asked = { kind: 'prove'; bytes: Uint8Array } | { kind: 'open'; opened: Opened; opener: Opener }
/** An error crosses as its code, or as its words where it is none of ours. */
export type Answer =
  | { proved: Proved }
  | { parts: Map<string, Uint8Array> }
  | { code: AppError['code'] }
  | { failure: string }

async function answer(asked: Asked): Promise<Answer> {
  if (asked.kind === 'prove') return { proved: proved(asked.bytes) }
  return { parts: await openPackage(asked.opened, asked.opener) }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(
    (given) => postMessage(given),
    (error: unknown) =>
      postMessage(error instanceof AppError ? { code: error.code } : { failure: String(error) }),
  )
})
