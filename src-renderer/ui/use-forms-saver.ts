import { useEffect, useRef, useState } from 'react'
import { AppError } from '#domain/errors'
import type { SaveState } from './SaveNote.tsx'

type Kept = { id: string; revision: number }
type Change<Form, Content> = { id: string; patch: (before: Form) => Partial<Content> }

export type FormsSaver<Form, Content> = {
  state: SaveState
  change: (changes: readonly Change<Form, Content>[]) => void
  /** A form as it is kept, with what is still being written. */
  shown: (kept: Form) => Form
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/** How one kind of form is read, and how what was written on some of them is kept, all or none. */
export type FormsDoor<Form, Content> = {
  read: (ids: readonly string[]) => Promise<Form[]>
  keep: (
    written: readonly { id: string; seenRevision: number; change: Partial<Content> }[],
  ) => Promise<Form[]>
}

function folded<Form extends Kept, Content>(
  form: Form,
  changes: readonly Change<Form, Content>[],
): Partial<Content> {
  let [after, merged]: [Form, Partial<Content>] = [form, {}]
  for (const { id, patch } of changes) {
    if (id !== form.id) continue
    const part = patch(after)
    merged = { ...merged, ...part }
    after = { ...after, ...part }
  }
  return merged
}

/** Forms being written: what waits is kept together, in order, and stays in sight where it is refused. */
export function useFormsSaver<Form extends Kept, Content>(
  door: FormsDoor<Form, Content>,
): FormsSaver<Form, Content> {
  const waiting = useRef<readonly Change<Form, Content>[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Change<Form, Content>[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<ReadonlyMap<string, Form>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const through = useRef(door)
  useEffect(() => {
    through.current = door
  })

  async function drain(): Promise<void> {
    try {
      while (waiting.current.length > 0) {
        const batch = waiting.current
        const forms = await through.current.read([...new Set(batch.map(({ id }) => id))])
        if (forms.length === 0) throw new AppError('not-found')
        const after = await through.current.keep(
          forms.map((form) => ({ id: form.id, seenRevision: form.revision, change: folded(form, batch) })),
        )
        waiting.current = waiting.current.slice(batch.length)
        setSaved((before) => new Map([...before, ...after.map((form) => [form.id, form] as const)]))
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

  const pending = overlay.length > 0 ? ('pending' as const) : ('saved' as const)
  return {
    state: error === null ? { kind: pending } : { kind: 'failed', error },
    change(changes) {
      if (changes.length === 0) return
      waiting.current = [...waiting.current, ...changes]
      setOverlay(waiting.current)
      begin()
    },
    shown(kept) {
      const last = saved.get(kept.id)
      const ground = last && last.revision > kept.revision ? last : kept
      return { ...ground, ...folded(ground, overlay) }
    },
    flush,
    retry: begin,
  }
}
