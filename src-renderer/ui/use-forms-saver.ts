import { useState } from 'react'
import { AppError } from '#domain/errors'
import { type Saving, useQueue } from './use-queue.ts'

type Kept = { id: string; revision: number }
type Change<Form, Content> = { id: string; patch: (before: Form) => Partial<Content> }

export type FormsSaver<Form, Content> = Saving & {
  change: (changes: readonly Change<Form, Content>[]) => void
  /** A form as it is kept, with what is still being written. */
  shown: (kept: Form) => Form
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
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<ReadonlyMap<string, Form>>(new Map())
  const { waiting, add, ...saving } = useQueue<Change<Form, Content>>(async (batch) => {
    const forms = await door.read([...new Set(batch.map(({ id }) => id))])
    if (forms.length === 0) throw new AppError('not-found')
    const after = await door.keep(
      forms.map((form) => ({ id: form.id, seenRevision: form.revision, change: folded(form, batch) })),
    )
    setSaved((before) => new Map([...before, ...after.map((form) => [form.id, form] as const)]))
    return batch.length
  })
  return {
    ...saving,
    change: add,
    shown(kept) {
      const last = saved.get(kept.id)
      const ground = last && last.revision > kept.revision ? last : kept
      return { ...ground, ...folded(ground, waiting) }
    },
  }
}
