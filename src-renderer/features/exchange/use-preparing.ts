import { useEffect, useRef, useState } from 'react'
import { type Prepared, preparePackage } from '#actions/make-package'
import { AppError } from '#domain/errors'
import type { AttachmentWish, Cited } from '#domain/exchange/attachments'
import type { Receiver } from '#domain/exchange/offer'
import type { RecordPurpose } from '#domain/exchange/package'
import type { Closing } from '#exchange/lock'
import { useSession } from '#session'
import { sentenceFor } from '#ui/error-text'
import { type Progress, throttled } from '#ui/ReadingProgress.tsx'

/** How a package is to be closed: `key` where the receiver's key is known. */
export type ClosingChoice = 'key' | 'passphrase' | 'none'

export type SendWanted = {
  purpose: RecordPurpose
  receivers: readonly Receiver[]
  closing: ClosingChoice
  passphrase: string
  medium: string
  attachments: AttachmentWish
}

/** One receiver's package, whole and signed, or why there is none. */
export type Draft = {
  receiver: Receiver
  prepared: Prepared | null
  fault: string
  /** Attachments that are not to be had: why there is none. */
  missing: readonly Cited[]
  isOpen: boolean
}

/** Makes the packages one after the other, to be looked at; may be cancelled. */
export function usePreparing() {
  const { book, by, dataKey } = useSession()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null)
  const running = useRef<AbortController | null>(null)
  // Who leaves the page stops the work.
  useEffect(() => () => running.current?.abort(), [])

  async function prepare(wanted: SendWanted): Promise<void> {
    const controller = new AbortController()
    running.current = controller
    const total = wanted.receivers.length
    const show = throttled((done, count, name) =>
      setProgress({ doing: '正在生成', done, total: count, name }),
    )
    setProgress({ doing: '正在生成', done: 0, total, name: '' })
    const made: Draft[] = []
    try {
      for (const [index, receiver] of wanted.receivers.entries()) {
        const name = receiver.party.name
        show(index, total, name)
        made.push(
          await draftOf(wanted, receiver, controller.signal, (records) =>
            show(index, total, `${name}，已读 ${records} 条`),
          ),
        )
      }
      setDrafts(made)
    } catch (error) {
      if (!controller.signal.aborted) throw error
    } finally {
      setProgress(null)
    }
  }

  async function draftOf(
    wanted: SendWanted,
    receiver: Receiver,
    signal: AbortSignal,
    onProgress: (records: number) => void,
  ): Promise<Draft> {
    const closing = closingOf(wanted, receiver)
    const { purpose, medium, attachments } = wanted
    try {
      const prepared = await preparePackage(
        { purpose, bookId: book.id, receiver: receiver.party, closing, medium, attachments },
        dataKey,
        by,
        { signal, onProgress },
      )
      return { receiver, prepared, fault: '', missing: [], isOpen: closing === null }
    } catch (error) {
      if (signal.aborted) throw error
      return { receiver, prepared: null, fault: faultOf(error), missing: missingIn(error), isOpen: false }
    }
  }

  return { progress, drafts, prepare, cancel: () => running.current?.abort(), reset: () => setDrafts(null) }
}

/** What does not fit is told with its numbers. */
function faultOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {}
  const isTooMuch = error instanceof AppError && error.code === 'attachments-too-much'
  return `${isTooMuch && typeof cause === 'string' ? cause : ''}${sentenceFor(error)}`
}

function missingIn(error: unknown): readonly Cited[] {
  const isMissing = error instanceof AppError && error.code === 'attachments-missing'
  return isMissing && Array.isArray(error.cause) ? error.cause : []
}

function closingOf({ closing, passphrase }: SendWanted, { publicKey }: Receiver): Closing {
  if (closing === 'passphrase') return { passphrase }
  return closing === 'key' && publicKey !== '' ? { publicKey } : null
}
