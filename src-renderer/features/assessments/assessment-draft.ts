import { useEffect, useRef, useState } from 'react'
import { saveAssessment } from '#actions/save-assessment'
import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentPart } from '#domain/assessments/flow'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { assessmentById } from '#storage/assessments'

/** A change to one part, made on whatever stands there by then: changes to other fields are not undone by it. */
type Change = { part: AssessmentPart; patch: (before: Assessment) => Partial<Assessment> }

export type AssessmentDraft = {
  /** What is kept, with what is still being written. */
  assessment: Assessment
  state: { kind: 'saved' | 'pending' } | { kind: 'failed'; error: unknown }
  change: (part: AssessmentPart, patch: Change['patch'] | Partial<Assessment>) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/** The document being written: changes are kept one after another, and stay in sight where one is refused. */
export function useAssessmentDraft(kept: Assessment, by: Actor): AssessmentDraft {
  const waiting = useRef<Change[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Change[]>([])
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
        const latest = await assessmentById(kept.id)
        if (!latest) throw new AppError('not-found')
        const saved = await saveAssessment(
          kept.id,
          latest.revision,
          next.part,
          next.patch(latest),
          actor.current,
        )
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

  function change(part: AssessmentPart, patch: Change['patch'] | Partial<Assessment>) {
    waiting.current = [...waiting.current, { part, patch: typeof patch === 'function' ? patch : () => patch }]
    if (overlay.length === 0) setBase(ground)
    setOverlay(waiting.current)
    begin()
  }

  async function flush(): Promise<boolean> {
    begin()
    while (running.current) await running.current
    return waiting.current.length === 0
  }

  let assessment = ground
  for (const { patch } of overlay) assessment = { ...assessment, ...patch(assessment) }
  const pending = overlay.length > 0 ? ('pending' as const) : ('saved' as const)
  return {
    assessment,
    state: error === null ? { kind: pending } : { kind: 'failed', error },
    change,
    flush,
    retry: begin,
  }
}
