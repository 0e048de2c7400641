import { useEffect, useMemo, useRef, useState } from 'react'
import { importSelfEvaluations, type SelfEvaluationImportUndo } from '#actions/import-self-evaluations'
import { undoSelfEvaluationImport } from '#actions/undo-self-evaluation-import'
import {
  type FoundSelfEvaluation,
  planSelfEvaluations,
  type SelfEvaluationChoice,
  type SelfEvaluationWorld,
} from '#domain/evaluation/import-plan'
import { type FileReading, prepareReading, readFiles, releaseReading } from '#excel/excel'
import { useSession } from '#session'
import { type ChosenFile, collected } from '#ui/collect-files'
import { type Progress, throttled } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { choosable, chosenByItself, type ImportRow, importRows } from './import-rows.ts'

type Read = { readings: FileReading[]; skipped: number }

export type ImportStage =
  | { step: '选择'; note: string }
  | { step: '识别'; progress: Progress }
  | { step: '核对'; read: Read; isBusy: boolean }
  | { step: '写入'; undo: SelfEvaluationImportUndo; isUndone: boolean; isBusy: boolean }

const nothing: ReadonlyMap<string, SelfEvaluationChoice> = new Map()

/** The course of one import of self-evaluations; before 写入 nothing is kept. */
export function useSelfEvaluationImport(world: SelfEvaluationWorld & { bookId: string }) {
  const { by } = useSession()
  const { sayError } = useToast()
  const [stage, setStage] = useState<ImportStage>({ step: '选择', note: '' })
  const [choices, setChoices] = useState(nothing)
  /** What a person chose; null while the proposal stands. */
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])
  const isChoosing = stage.step === '选择'
  useEffect(() => {
    if (isChoosing) prepareReading()
  }, [isChoosing])
  useEffect(() => releaseReading, [])

  const read = stage.step === '核对' ? stage.read : null
  const items = useMemo(
    () => (read ? planSelfEvaluations(foundIn(read.readings), world, choices) : []),
    [read, world, choices],
  )
  const rows = useMemo(() => importRows(items, read?.readings ?? []), [items, read])
  const chosen = useMemo(() => choosable(rows, picked ?? chosenByItself(rows), new Set()), [rows, picked])

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

  function restart(note = '') {
    running.current?.abort()
    setChoices(nothing)
    setPicked(null)
    setStage({ step: '选择', note })
  }

  function begin(all: ChosenFile[]) {
    const { files, skipped } = collected(all)
    if (files.length === 0) {
      restart(`所选的 ${skipped} 个文件都不是 .xlsx、.xls、.et 表格（或是 ~$ 开头的临时文件），没有读取。`)
      return
    }
    void attempt(async (signal) => {
      const show = (done: number, total: number, name: string) =>
        setStage({ step: '识别', progress: { doing: '正在识别', done, total, name } })
      show(0, files.length, files[0]?.file.name ?? '')
      const readings = await readFiles(files, throttled(show), signal)
      if (!signal.aborted) setStage({ step: '核对', read: { readings, skipped }, isBusy: false })
    }, restart)
  }

  function decide(row: ImportRow, choice: SelfEvaluationChoice) {
    const before = choices.get(row.key) ?? {}
    // Other indicators belong to another form.
    const isOther = choice.formId !== undefined && choice.formId !== before.formId
    const after = isOther ? choice : { ...before, ...choice }
    const next = new Map(choices).set(row.key, after)
    setChoices(next)
    const settled = planSelfEvaluations(foundIn(read?.readings ?? []), world, next).find(
      ({ key }) => key === row.key,
    )
    // What a person has settled is meant to be written.
    const isSettled = settled?.group === 'fill' || settled?.group === 'change'
    setPicked(isSettled ? new Set([...chosen, row.key]) : chosen)
  }

  function write() {
    if (stage.step !== '核对') return
    const taken = items.filter(({ key }) => chosen.has(key))
    const imported = taken.flatMap(({ form, content }) =>
      form && content ? [{ id: form.id, seenRevision: form.revision, content }] : [],
    )
    setStage({ ...stage, isBusy: true })
    void attempt(
      async () => {
        const files = taken.map(({ found }) => found.file)
        const undo = await importSelfEvaluations(world.bookId, imported, files, by)
        setStage({ step: '写入', undo, isUndone: false, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  function undo() {
    if (stage.step !== '写入') return
    setStage({ ...stage, isBusy: true })
    void attempt(
      async () => {
        await undoSelfEvaluationImport(stage.undo, by)
        setStage({ ...stage, isUndone: true, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  return {
    ...{ stage, rows, chosen, begin, restart, decide, write, undo },
    choose: (keys: ReadonlySet<string>) => setPicked(choosable(rows, keys, chosen)),
  }
}

function foundIn(readings: readonly FileReading[]): FoundSelfEvaluation[] {
  return readings.flatMap(({ path, forms }) => forms.map((form) => ({ file: path, form })))
}
