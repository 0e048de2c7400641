import { useDeferredValue, useMemo, useState } from 'react'
import { importGoals } from '#actions/import-goals'
import { planImport, planImportHere, withUnits } from '#actions/plan-import'
import { saveLayout } from '#actions/save-layout'
import { undoImport } from '#actions/undo-import'
import type { FoundForm, ImportPlan } from '#domain/goals/import-plan'
import type { Unit } from '#domain/year-book'
import { type ChosenFile, type FileReading, formReader, readFiles } from '#excel/excel'
import type { FlatMapping } from '#excel/flat-mapping'
import { useSession } from '#session'
import { collected, noneCollected } from '#ui/collect-files'
import { type Progress, throttled } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useImportWork } from '#ui/use-import-work'
import { saveCopies, saveCopy } from './import-copies.ts'
import { type FlatLayout, isAsked, layoutsOf, withLedgers } from './import-layouts.ts'
import { isSelectable, marksByFile, type ReviewRow, reviewRows } from './import-rows.ts'

/** What the files hold, before flat ledgers are read by their mappings. */
type Found = { files: ChosenFile[]; skipped: number; found: FileReading[]; layouts: FlatLayout[] }

type Batch = Found & {
  readings: FileReading[]
  /** 单位 corrected by hand: by position of the form in the batch. */
  corrected: ReadonlyMap<number, Unit>
  /** What is to be said of those that were corrected without being asked for. */
  takenAs: string
  plan: ImportPlan
}

export type ImportStage =
  | { step: '选择'; note: string }
  | { step: '识别'; progress: Progress }
  | { step: '识别'; progress: null; found: Found; asked: FlatLayout[]; before: Batch | null }
  | { step: '核对'; batch: Batch; busy: Progress | null }
  | { step: '写入'; importId: string; added: number; changed: number; undone: boolean; busy: boolean }

/** The course of one import; before 写入 nothing is kept but the mapping of a ledger. */
export function useImport() {
  const { book, by } = useSession()
  const { say } = useToast()
  const [stage, setStage] = useState<ImportStage>({ step: '选择', note: '' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  const { attempt, stop } = useImportWork(formReader, stage.step === '选择')

  const batch = stage.step === '核对' ? stage.batch : null
  const rows = useMemo(() => (batch ? reviewRows(batch.plan.items, batch.readings) : []), [batch])
  const marking = useDeferredValue(batch, null)
  const marks = useMemo(
    () =>
      marking ? marksByFile(reviewRows(marking.plan.items, marking.readings), marking.readings) : new Map(),
    [marking],
  )

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

  const mapping = stage.step === '识别' && stage.progress === null ? stage : null

  function changeMapping(id: string, changed: FlatMapping) {
    if (!mapping) return
    const asked = mapping.asked.map((layout) => (layout.id === id ? { ...layout, mapping: changed } : layout))
    setStage({ ...mapping, asked })
  }

  /** Remembers the mappings and goes on; what was remembered is not asked again. */
  function acceptMappings() {
    if (!mapping) return
    const { asked, found } = mapping
    void attempt(
      async (signal) => {
        for (const { id, name, mapping: kept } of asked) {
          await saveLayout(book.id, { id, name, mapping: kept }, by)
        }
        const known = new Map(asked.map((layout) => [layout.id, { ...layout, isKnown: true }]))
        const layouts = found.layouts.map((layout) => known.get(layout.id) ?? layout)
        await compare({ ...found, layouts }, signal)
      },
      () => setStage(mapping),
    )
  }

  function editMappings() {
    if (!batch) return
    const asked = batch.layouts.filter((layout) => layout.isGoals)
    setStage({ step: '识别', progress: null, found: batch, asked, before: batch })
  }

  function leaveMappings() {
    if (mapping?.before) setStage({ step: '核对', batch: mapping.before, busy: null })
    else restart()
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

  function saveMarked(path: string) {
    const file = batch?.files.find((candidate) => candidate.path === path)
    if (!file) return
    void attempt(async (signal) => {
      const told = await saveCopy(file, marks.get(path) ?? [], signal)
      if (told) say({ text: told, severity: 'info' })
    }, ignore)
  }

  function saveAllMarked() {
    if (!batch) return
    const show = throttled((done, total, name) =>
      setStage({ step: '核对', batch, busy: { doing: '正在做批注稿', done, total, name } }),
    )
    const back = () => setStage({ step: '核对', batch, busy: null })
    void attempt(async (signal) => {
      const told = await saveCopies(batch.files, marks, show, signal)
      if (told) say({ text: told, severity: 'info' })
      back()
    }, back)
  }

  function cancelBusy() {
    stop()
    if (batch) setStage({ step: '核对', batch, busy: null })
  }

  return {
    stage,
    rows,
    chosen,
    markable: useMemo(() => new Set<string>(marks.keys()), [marks]),
    note: useMemo(() => `${batch?.takenAs ?? ''}${reviewNote(rows)}`, [batch, rows]),
    setChosen,
    mapping,
    changeMapping,
    acceptMappings,
    editMappings,
    leaveMappings,
    begin,
    restart,
    correctUnit,
    write,
    undo,
    saveMarked,
    saveAllMarked,
    cancelBusy,
  }
}

/** What a person should know before choosing. */
function reviewNote(rows: readonly ReviewRow[]): string {
  if (!rows.some(isSelectable)) return '没有可以写入的表格：逐行看“差异或原因”，改好后重新选择。'
  const otherYear = rows.filter(
    (row) => isSelectable(row) && row.item?.problems.some((problem) => problem.code === 'import-other-year'),
  ).length
  if (otherYear === 0) return ''
  return `有 ${otherYear} 项表上的年度与当前账套不同，没有预先勾选；确认是本账套的，请勾选后写入。`
}

function formsOf(readings: readonly FileReading[]): FoundForm[] {
  return readings.flatMap(({ path, forms }) => forms.map((form) => ({ file: path, form })))
}

/** What a unit should know of forms that are taken as its own although another name stands on them. */
function takenNote(forms: readonly FoundForm[], taken: ReadonlyMap<number, Unit>): string {
  const [own] = taken.values()
  if (!own) return ''
  const names = new Set(forms.filter((_, position) => taken.has(position)).map(({ form }) => form.unit ?? ''))
  return `${taken.size} 张表上的单位写作“${[...names].join('”“')}”，账套中没有，已归到“${own.name}”；不是的请在右侧改单位。`
}

function ignore(): void {
  // The sentence was shown; the page stays as it was.
}
