import { useEffect, useRef, useState } from 'react'
import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveRectification } from '#actions/save-rectification'
import type {
  Answer,
  Application,
  Decision,
  Proposal,
  RectificationReport,
} from '#domain/applications/application'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { applicationById } from '#storage/applications'
import type { SaveState } from '#ui/SaveNote.tsx'

/** What is written at once: by the bureau, by 支出科室, or by the unit of its 整改. */
type Written =
  | { draft: Partial<Proposal> | Partial<Decision> }
  | { answer: Partial<Answer> }
  | { report: Partial<RectificationReport> }

export type ApplicationSaver = {
  state: SaveState
  /** The application as it is kept, with what is still being written. */
  application: Application
  draft: (change: Partial<Proposal> | Partial<Decision>) => void
  answer: (change: Partial<Answer>) => void
  report: (change: Partial<RectificationReport>) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

async function keep(id: string, written: Written, by: Actor): Promise<Application> {
  const latest = await applicationById(id)
  if (!latest) throw new AppError('not-found')
  if ('answer' in written) return saveApplicationAnswer(id, latest.revision, written.answer, by)
  if ('report' in written) return saveRectification(id, latest.revision, written.report, by)
  return saveApplication(id, latest.revision, written.draft, by)
}

function withWritten(application: Application, written: Written): Application {
  if ('answer' in written) return { ...application, ...written.answer }
  if ('draft' in written) return { ...application, ...written.draft }
  const { rectification } = application
  return rectification
    ? { ...application, rectification: { ...rectification, ...written.report } }
    : application
}

/** One application being written: what waits is kept in order, and stays in sight where it is refused. */
export function useApplicationSaver(kept: Application, by: Actor): ApplicationSaver {
  const waiting = useRef<readonly Written[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Written[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<Application | null>(null)
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
  return {
    state: error === null ? { kind: overlay.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    application: overlay.reduce(withWritten, ground),
    draft: (change) => write({ draft: change }),
    answer: (change) => write({ answer: change }),
    report: (change) => write({ report: change }),
    flush,
    retry: begin,
  }
}
