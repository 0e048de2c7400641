import { useEffect, useRef, useState } from 'react'
import { saveAnswer } from '#actions/save-answer'
import { saveDisposals } from '#actions/save-disposals'
import type { Answer, Decision, Disposal } from '#domain/disposals/disposal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { disposalById } from '#storage/disposals'
import type { SaveState } from '#ui/SaveNote.tsx'

/** What is written at once: of the decision by the bureau, or of the answer by the unit. */
type Written = { decision: Partial<Decision> } | { answer: Partial<Answer> }

export type DisposalSaver = {
  state: SaveState
  /** The disposal as it is kept, with what is still being written. */
  disposal: Disposal
  decide: (change: Partial<Decision>) => void
  answer: (change: Partial<Answer>) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

async function keep(id: string, written: Written, by: Actor): Promise<Disposal> {
  const latest = await disposalById(id)
  if (!latest) throw new AppError('not-found')
  if ('answer' in written) return saveAnswer(id, latest.revision, written.answer, by)
  const [after] = await saveDisposals([{ id, seenRevision: latest.revision, change: written.decision }], by)
  return after ?? latest
}

/** One disposal being written: what waits is kept in order, and stays in sight where it is refused. */
export function useDisposalSaver(kept: Disposal, by: Actor): DisposalSaver {
  const waiting = useRef<readonly Written[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Written[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<Disposal | null>(null)
  const [error, setError] = useState<unknown>(null)
  const actor = useRef(by)
  useEffect(() => {
    actor.current = by
  }, [by])

  async function drain(): Promise<void> {
    try {
      for (let next = waiting.current[0]; next; next = waiting.current[0]) {
        const after = await keep(kept.id, next, actor.current)
        waiting.current = waiting.current.slice(1)
        setSaved(after)
        setOverlay(waiting.current)
      }
      setError(null)
    } catch (caught) {
      setError(caught)
    } finally {
      running.current = null
    }
  }

  function begin() {
    if (waiting.current.length > 0) running.current ??= drain()
  }

  function write(written: Written) {
    waiting.current = [...waiting.current, written]
    setOverlay(waiting.current)
    begin()
  }

  async function flush(): Promise<boolean> {
    begin()
    while (running.current) await running.current
    return waiting.current.length === 0
  }

  const ground = saved && saved.revision > kept.revision ? saved : kept
  const changes = overlay.map((written) => ('answer' in written ? written.answer : written.decision))
  return {
    state: error === null ? { kind: overlay.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    disposal: Object.assign({}, ground, ...changes),
    decide: (change) => write({ decision: change }),
    answer: (change) => write({ answer: change }),
    flush,
    retry: begin,
  }
}
