import { useEffect, useRef, useState } from 'react'
import { saveMonitoring } from '#actions/save-monitoring'
import { AppError } from '#domain/errors'
import type { Monitoring, MonitoringContent } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { monitoringsByIds } from '#storage/monitorings'

export type Patch = (before: Monitoring) => Partial<MonitoringContent>
type Change = { id: string; patch: Patch }

export type MonitoringSaver = {
  state: { kind: 'saved' | 'pending' } | { kind: 'failed'; error: unknown }
  change: (changes: readonly Change[]) => void
  /** A form as it is kept, with what is still being written. */
  shown: (kept: Monitoring) => Monitoring
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

function folded(form: Monitoring, changes: readonly Change[]): Partial<MonitoringContent> {
  let [after, merged]: [Monitoring, Partial<MonitoringContent>] = [form, {}]
  for (const { id, patch } of changes) {
    if (id !== form.id) continue
    const part = patch(after)
    merged = { ...merged, ...part }
    after = { ...after, ...part }
  }
  return merged
}

/** Forms being written: what waits is kept together, in order, and stays in sight where it is refused. */
export function useMonitoringSaver(by: Actor): MonitoringSaver {
  const waiting = useRef<readonly Change[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Change[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<ReadonlyMap<string, Monitoring>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const actor = useRef(by)
  useEffect(() => {
    actor.current = by
  }, [by])

  async function drain(): Promise<void> {
    try {
      while (waiting.current.length > 0) {
        const batch = waiting.current
        const forms = await monitoringsByIds([...new Set(batch.map(({ id }) => id))])
        if (forms.length === 0) throw new AppError('not-found')
        const after = await saveMonitoring(
          forms.map((form) => ({ id: form.id, seenRevision: form.revision, change: folded(form, batch) })),
          actor.current,
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
