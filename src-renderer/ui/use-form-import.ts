import { useMemo, useState } from 'react'
import type { FormChoice, FormItem, FoundForm } from '#domain/form-import/plan'
import type { ReadForm } from '#domain/goals/read-form'
import { type ChosenFile, collected, noneCollected } from './collect-files.ts'
import { choosable, chosenByItself, type FormRow, formRows } from './form-import-rows.ts'
import { type Progress, throttled } from './ReadingProgress.tsx'
import { useImportWork } from './use-import-work.ts'

/** A file with what was read in it, or why nothing was. */
export type ReadFile = { path: string; name: string; error: string | null; forms: readonly ReadForm[] }

/** The reader of workbooks: it is made ready while files are chosen and let go when the page is left. */
export type FormReader = {
  prepare: () => void
  read: (
    files: readonly ChosenFile[],
    onProgress: (done: number, total: number, name: string) => void,
    signal: AbortSignal,
  ) => Promise<readonly ReadFile[]>
  release: () => void
}

/** What one page of import asks of its kind of form. `plan` has to be the same while nothing it rests on changed. */
export type FormImport<Item, Undo> = {
  reader: FormReader
  plan: (found: readonly FoundForm[], choices: ReadonlyMap<string, FormChoice>) => Item[]
  write: (items: readonly Item[], files: readonly string[]) => Promise<Undo>
  undo: (undo: Undo) => Promise<unknown>
}

export type ImportStage<Undo> =
  | { step: '选择'; note: string }
  | { step: '识别'; progress: Progress }
  | { step: '核对'; files: readonly ReadFile[]; skipped: number; isBusy: boolean }
  | { step: '写入'; undo: Undo; isUndone: boolean; isBusy: boolean }

type AnyItem = FormItem<{ id: string; name: string; revision: number }, object>

const nothing: ReadonlyMap<string, FormChoice> = new Map()
const noFiles: readonly ReadFile[] = []

/** The course of one import of filled forms; before 写入 nothing is kept. */
export function useFormImport<Item extends AnyItem, Undo>({
  reader,
  plan,
  write,
  undo,
}: FormImport<Item, Undo>) {
  const [stage, setStage] = useState<ImportStage<Undo>>({ step: '选择', note: '' })
  const [choices, setChoices] = useState(nothing)
  /** What a person chose; null while the proposal stands. */
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)

  const { attempt, stop } = useImportWork(reader, stage.step === '选择')

  const files = stage.step === '核对' ? stage.files : noFiles
  const found = useMemo(() => foundIn(files), [files])
  const items = useMemo(() => plan(found, choices), [plan, found, choices])
  const rows = useMemo(() => formRows(items, files), [items, files])
  const chosen = useMemo(() => choosable(rows, picked ?? chosenByItself(rows), new Set()), [rows, picked])

  function restart(note = '') {
    stop()
    setChoices(nothing)
    setPicked(null)
    setStage({ step: '选择', note })
  }

  function begin(all: ChosenFile[]) {
    const { files: workbooks, skipped } = collected(all)
    if (workbooks.length === 0) {
      restart(noneCollected(skipped))
      return
    }
    void attempt(async (signal) => {
      const show = (done: number, total: number, name: string) =>
        setStage({ step: '识别', progress: { doing: '正在识别', done, total, name } })
      show(0, workbooks.length, workbooks[0]?.file.name ?? '')
      const read = await reader.read(workbooks, throttled(show), signal)
      if (!signal.aborted) setStage({ step: '核对', files: read, skipped, isBusy: false })
    }, restart)
  }

  function decide({ key }: FormRow<Item>, choice: FormChoice) {
    const before = choices.get(key) ?? {}
    // Other indicators belong to another form.
    const isOther = choice.formId !== undefined && choice.formId !== before.formId
    const next = new Map(choices).set(key, isOther ? choice : { ...before, ...choice })
    setChoices(next)
    const settled = plan(found, next).find((item) => item.key === key)
    // What a person has settled is meant to be written.
    const isSettled = settled?.group === 'fill' || settled?.group === 'change'
    setPicked(isSettled ? new Set([...chosen, key]) : chosen)
  }

  function keep() {
    if (stage.step !== '核对') return
    const taken = items.filter(({ key }) => chosen.has(key))
    setStage({ ...stage, isBusy: true })
    void attempt(
      async () => {
        const written = await write(
          taken,
          taken.map((item) => item.found.file),
        )
        setStage({ step: '写入', undo: written, isUndone: false, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  function takeBack() {
    if (stage.step !== '写入') return
    setStage({ ...stage, isBusy: true })
    void attempt(
      async () => {
        await undo(stage.undo)
        setStage({ ...stage, isUndone: true, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  return {
    ...{ stage, rows, chosen, begin, restart, decide, keep, takeBack },
    choose: (keys: ReadonlySet<string>) => setPicked(choosable(rows, keys, chosen)),
  }
}

function foundIn(files: readonly ReadFile[]): FoundForm[] {
  return files.flatMap(({ path, forms }) => forms.map((form) => ({ file: path, form })))
}

/** What is written of the items a person chose: the form, the revision it was seen in, and what it becomes. */
export function writtenOf<Content>(
  items: readonly FormItem<{ id: string; revision: number }, Content>[],
): { id: string; seenRevision: number; content: Content }[] {
  return items.flatMap(({ form, content }) =>
    form && content ? [{ id: form.id, seenRevision: form.revision, content }] : [],
  )
}
