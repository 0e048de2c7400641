import { useCallback, useEffect, useRef, useState } from 'react'
import { rehearsePackage } from '#actions/rehearse-package'
import type { Rehearsal } from '#exchange/rehearsal'
import { useSession } from '#session'
import { ownStation } from '#storage/exchange'
import { openStationKey } from '#storage/station-record'
import { type Progress, throttled } from '#ui/ReadingProgress.tsx'
import type { Seen } from './IncomingFile.tsx'
import type { Lying } from './inbox.ts'

type State =
  | { phase: 'idle' }
  | { phase: 'reading'; progress: Progress }
  | { phase: 'failed'; error: unknown }
  | { phase: 'read'; rehearsal: Rehearsal }

/** 演练 of a file: reads it whole, writes nothing, may be cancelled and done again. */
export function useRehearsal(file: Lying, { manifest }: Seen) {
  const { dataKey } = useSession()
  const [state, setState] = useState<State>({ phase: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(
    async (passphrase: string) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const { signal } = controller
      const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0)
      const progress = { doing: '正在核对', done: 0, total, name: file.name }
      setState({ phase: 'reading', progress })
      const show = throttled((done) => {
        if (!signal.aborted) setState({ phase: 'reading', progress: { ...progress, done } })
      })
      try {
        const opener =
          manifest.lock?.kdf === 'sm2' ? await openStationKey(await ownStation(), dataKey) : { passphrase }
        const rehearsal = await rehearsePackage(file, opener, {
          signal,
          onProgress: (done) => show(done, total, file.name),
        })
        if (!signal.aborted) setState({ phase: 'read', rehearsal })
      } catch (error) {
        // The one who cancelled knows; the one who began anew is not interested in the old one.
        if (running.current !== controller) return
        setState(signal.aborted ? { phase: 'idle' } : { phase: 'failed', error })
      }
    },
    [file, manifest, dataKey],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  return { state, start, cancel }
}
