import { useEffect, useRef, useState } from 'react'
import { saveSpotCheck } from '#actions/save-spot-check'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { SpotCheck, SpotCheckContent } from '#domain/spot-checks/spot-check'
import { spotCheckById } from '#storage/spot-checks'

/** A change, made on whatever stands there by then: changes to other fields are not undone by it. */
export type Patch = (before: SpotCheck) => Partial<SpotCheckContent>

export type CheckDraft = {
  /** What is kept, with what is still being written. */
  check: SpotCheck
  state: { kind: 'saved' | 'pending' } | { kind: 'failed'; error: unknown }
  change: (patch: Patch) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/** The check being written: changes are kept one after another, and stay in sight where one is refused. */
export function useCheckDraft(kept: SpotCheck, by: Actor): CheckDraft {
  const waiting = useRef<Patch[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Patch[]>([])
  // What the changes in sight stand on: the live record may already hold some of them.
  const [base, setBase] = useState(kept)
  const ground = overlay.length === 0 && kept.revision >= base.revision ? kept : base
  const [error, setError] = useState<unknown>(null)
  const actor = useRef(by)
  useEffect(() => {
    actor.current = by
  }, [by])

  async function drain(): Promise<void> {
    try {
      for (let next = waiting.current[0]; next; next = waiting.current[0]) {
        const latest = await spotCheckById(kept.id)
        if (!latest) throw new AppError('not-found')
        const saved = await saveSpotCheck(kept.id, latest.revision, next(latest), actor.current)
        waiting.current = waiting.current.slice(1)
        setBase(saved)
        setOverlay(waiting.current)
      }
      setError(null)
    } catch (caught) {
      setError(caught)
    } finally {
      running.current = null
      setOverlay(waiting.current)
    }
  }

  function begin() {
    if (waiting.current.length > 0) running.current ??= drain()
  }

  let check = ground
  for (const patch of overlay) check = { ...check, ...patch(check) }
  const pending = overlay.length > 0 ? ('pending' as const) : ('saved' as const)
  return {
    check,
    state: error === null ? { kind: pending } : { kind: 'failed', error },
    change(patch) {
      waiting.current = [...waiting.current, patch]
      if (overlay.length === 0) setBase(ground)
      setOverlay(waiting.current)
      begin()
    },
    async flush() {
      begin()
      while (running.current) await running.current
      return waiting.current.length === 0
    },
    retry: begin,
  }
}
