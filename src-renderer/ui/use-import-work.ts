import { useEffect, useRef } from 'react'
import { useToast } from './Toast.tsx'

export type ImportWork = ReturnType<typeof useImportWork>

/**
 * The work of one import. The reader of workbooks is made ready while files are chosen and let go when the page is left;
 * only the newest work goes on. `reader` has to be the same object always.
 */
export function useImportWork(reader: { prepare: () => void; release: () => void }, isChoosing: boolean) {
  const { sayError } = useToast()
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => {
    if (isChoosing) reader.prepare()
  }, [isChoosing, reader])
  useEffect(() => reader.release, [reader])

  /** Runs cancellable work; what was cancelled is no failure. */
  async function attempt(work: (signal: AbortSignal) => Promise<void>, otherwise: () => void): Promise<void> {
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    try {
      await work(controller.signal)
    } catch (error) {
      if (controller.signal.aborted) return
      sayError(error)
      otherwise()
    }
  }

  return { attempt, stop: () => running.current?.abort() }
}
