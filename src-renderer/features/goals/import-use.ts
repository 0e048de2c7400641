import { useMemo, useState } from 'react'
import { importGoals } from '#actions/import-goals'
import { planImport, planImportHere, withUnits } from '#actions/plan-import'
import { undoImport } from '#actions/undo-import'
import type { Unit } from '#domain/year-book'
import { type ChosenFile, formReader, readFiles } from '#excel/excel'
import { useSession } from '#session'
import { collected, noneCollected } from '#ui/collect-files'
import { throttled } from '#ui/ReadingProgress.tsx'
import { useImportWork } from '#ui/use-import-work'
import { isAsked, layoutsOf, withLedgers } from './import-layouts.ts'
import { type ReviewRow, reviewRows } from './import-rows.ts'
import { type Found, formsOf, type ImportStage, reviewNote, takenNote } from './import-stage.ts'
import { useMappings } from './use-mappings.ts'
import { useMarkedCopies } from './use-marked-copies.ts'

/** The course of one import; before 写入 nothing is kept but the mapping of a ledger. */
export function useImport() {
  const { book, by } = useSession()
  const [stage, setStage] = useState<ImportStage>({ step: '选择', note: '' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  const { attempt, stop } = useImportWork(formReader, stage.step === '选择')

  const batch = stage.step === '核对' ? stage.batch : null
  const rows = useMemo(() => (batch ? reviewRows(batch.plan.items, batch.readings) : []), [batch])

  function restart(note = '') {
    stop()
    setChosen(new Set())
    setStage({ step: '选择', note })
  }

  function begin(all: ChosenFile[]) {
    const { files, skipped } = collected(all)
    if (files.length === 0) {
      restart(noneCollected(skipped))
      return
    }
    void attempt(async (signal) => {
      const show = (done: number, total: number, name: string) =>
        setStage({ step: '识别', progress: { doing: '正在识别', done, total, name } })
      show(0, files.length, files[0]?.file.name ?? '')
      const readings = await readFiles(files, throttled(show), signal)
      const layouts = await layoutsOf(readings)
      const found = { files, skipped, found: readings, layouts }
      if (signal.aborted) return
      const asked = layouts.filter(isAsked)
      if (asked.length > 0) setStage({ step: '识别', progress: null, found, asked, before: null })
      else await compare(found, signal)
    }, restart)
  }

  async function compare(found: Found, signal: AbortSignal) {
    const { length } = found.files
    setStage({ step: '识别', progress: { doing: '正在与账套核对', done: length, total: length, name: '' } })
    const readings = withLedgers(found.found, found.layouts)
    const { plan, taken } = await planImportHere(book.id, formsOf(readings), by)
    if (signal.aborted) return
    setChosen(new Set(plan.items.filter((item) => item.chosen).map((item) => item.key)))
    const takenAs = takenNote(formsOf(readings), taken)
    setStage({ step: '核对', batch: { ...found, readings, corrected: taken, takenAs, plan }, busy: null })
  }

  /** Another 单位 can make a new project of a changed one, so the whole batch is compared again. */
  function correctUnit(row: ReviewRow, unit: Unit | null) {
    if (!batch || !row.item) return
    const position = batch.plan.items.indexOf(row.item)
    const corrected = new Map(batch.corrected)
    if (unit) corrected.set(position, unit)
    else corrected.delete(position)
    void attempt(async (signal) => {
      const plan = await planImport(book.id, withUnits(formsOf(batch.readings), corrected))
      if (signal.aborted) return
      const before = new Map(batch.plan.items.map((item) => [item.key, item.state]))
      const selected = plan.items.filter((item) =>
        before.get(item.key) === item.state ? chosen.has(item.key) : item.chosen,
      )
      setChosen(new Set(selected.map((item) => item.key)))
      setStage({ step: '核对', batch: { ...batch, corrected, plan }, busy: null })
    }, ignore)
  }

  function write() {
    if (!batch) return
    setStage({ step: '核对', batch, busy: { doing: '正在写入', done: 0, total: chosen.size, name: '' } })
    const back = () => setStage({ step: '核对', batch, busy: null })
    void attempt(async () => {
      const items = batch.plan.items.map((item) => ({ ...item, chosen: chosen.has(item.key) }))
      const { importId, added, changed } = await importGoals({ ...batch.plan, items }, by)
      setStage({ step: '写入', importId, added, changed, undone: false, busy: false })
    }, back)
  }

  function undo() {
    if (stage.step !== '写入') return
    setStage({ ...stage, busy: true })
    void attempt(
      async () => {
        await undoImport(stage.importId, by)
        setStage({ ...stage, undone: true, busy: false })
      },
      () => setStage({ ...stage, busy: false }),
    )
  }

  function cancelBusy() {
    stop()
    if (batch) setStage({ step: '核对', batch, busy: null })
  }

  const mappings = useMappings(stage, { show: setStage, attempt, compare, restart })
  const copies = useMarkedCopies(batch, { show: setStage, attempt })
  const note = useMemo(() => `${batch?.takenAs ?? ''}${reviewNote(rows)}`, [batch, rows])
  return {
    ...{ stage, rows, chosen, note, setChosen, begin, restart, correctUnit, write, undo, cancelBusy },
    ...mappings,
    ...copies,
  }
}

function ignore(): void {
  // The sentence was shown; the page stays as it was.
}
