import { useEffect, useRef, useState } from 'react'
import { saveSelfEvaluation } from '#actions/save-self-evaluation'
import { AppError } from '#domain/errors'
import type { SelfEvaluation, SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { selfEvaluationById } from '#storage/self-evaluations'
import type { SaveState } from '#ui/SaveNote.tsx'

export type Patch = (before: SelfEvaluation) => Partial<SelfEvaluationContent>

export type SelfEvaluationSaver = {
  /** The form as it is kept, with what is still being written. */
  form: SelfEvaluation
  state: SaveState
  change: (patch: Patch) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

function folded(form: SelfEvaluation, patches: readonly Patch[]): Partial<SelfEvaluationContent> {
  let [after, merged]: [SelfEvaluation, Partial<SelfEvaluationContent>] = [form, {}]
  for (const patch of patches) {
    const part = patch(after)
    merged = { ...merged, ...part }
    after = { ...after, ...part }
  }
  return merged
}

/** One form being written: what waits is kept in order, and stays in sight where it is refused. */
export function useSelfEvaluationSaver(kept: SelfEvaluation, by: Actor): SelfEvaluationSaver {
  const waiting = useRef<readonly Patch[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Patch[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState(kept)
  const [error, setError] = useState<unknown>(null)
  const actor = useRef(by)
  useEffect(() => {
    actor.current = by
  }, [by])

  async function drain(): Promise<void> {
    try {
      while (waiting.current.length > 0) {
        const batch = waiting.current
        const stored = await selfEvaluationById(kept.id)
        if (!stored) throw new AppError('not-found')
        const after = await saveSelfEvaluation(
          stored.id,
          stored.revision,
          folded(stored, batch),
          actor.current,
        )
        waiting.current = waiting.current.slice(batch.length)
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

  async function flush(): Promise<boolean> {
    begin()
    while (running.current) await running.current
    return waiting.current.length === 0
  }

  const ground = saved.revision > kept.revision ? saved : kept
  return {
    form: { ...ground, ...folded(ground, overlay) },
    state: error === null ? { kind: overlay.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    change(patch) {
      waiting.current = [...waiting.current, patch]
      setOverlay(waiting.current)
      begin()
    },
    flush,
    retry: begin,
  }
}
