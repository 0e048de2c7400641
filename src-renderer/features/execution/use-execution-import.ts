import { useMemo, useState } from 'react'
import { importExecutions } from '#actions/import-executions'
import { saveLayout } from '#actions/save-layout'
import { undoExecutionImport } from '#actions/undo-execution-import'
import type { ExecutionImport, ExecutionRow } from '#domain/execution/execution'
import { type GoalIndex, indexGoals } from '#domain/execution/match'
import { decisionsIn, type ExecutionPlan, planExecution } from '#domain/execution/plan'
import type { Goal } from '#domain/goals/goal'
import type { Unit } from '#domain/year-book'
import { formReader, readTreasuryFiles, type TreasuryFile } from '#excel/excel'
import type { TreasuryMapping } from '#excel/treasury-mapping'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { executionsOf } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { type ChosenFile, collected, noneCollected } from '#ui/collect-files'
import { type Progress, throttled } from '#ui/ReadingProgress.tsx'
import { useImportWork } from '#ui/use-import-work'
import { layoutHint, readLayouts, type TreasuryLayout, treasuryLayouts } from './treasury-layouts.ts'

/** The book as the ledger is compared with it, read once when the files are. */
export type ExecutionWorld = {
  goals: ReadonlyMap<string, Goal>
  units: readonly Unit[]
  stored: readonly ExecutionRow[]
  index: GoalIndex
}

export type ExecutionStage =
  | { step: '选择'; note: string }
  | { step: '识别'; progress: Progress }
  | { step: '识别'; progress: null }
  | { step: '核对'; isBusy: boolean }
  | { step: '写入'; record: ExecutionImport; isUndone: boolean; isBusy: boolean }

type Batch = { files: TreasuryFile[]; skipped: number; layouts: TreasuryLayout[]; world: ExecutionWorld }

/** The course of one import of the treasury's ledger; before 写入 nothing is kept but the mapping. */
export function useExecutionImport() {
  const { book, by } = useSession()
  const [stage, setStage] = useState<ExecutionStage>({ step: '选择', note: '' })
  const [batch, setBatch] = useState<Batch | null>(null)
  /** Goals set by hand in this import, by line; '' for a line that belongs to none. */
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map())
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())

  const { attempt, stop } = useImportWork(formReader, stage.step === '选择')

  const isReview = stage.step === '核对'
  const layouts = batch?.layouts
  const reading = useMemo(() => (isReview && layouts ? readLayouts(layouts) : null), [isReview, layouts])
  const world = batch?.world
  const plan = useMemo((): ExecutionPlan | null => {
    if (!reading || !world) return null
    const all = new Map([...decisionsIn(world.stored), ...decided])
    return planExecution({ book, ...reading, ...world, decided: all, kept })
  }, [reading, world, decided, kept, book])

  function restart(note = '') {
    stop()
    setBatch(null)
    setDecided(new Map())
    setKept(new Set())
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
      const read = await readTreasuryFiles(files, throttled(show), signal)
      const found = await treasuryLayouts(read)
      if (found.length === 0) {
        restart(read.map(({ error }) => error ?? '').join('\n'))
        return
      }
      const nextWorld = await worldOf(book.id)
      if (signal.aborted) return
      setBatch({ files: read, skipped, layouts: found, world: nextWorld })
      const isClear = found.every((layout) => layout.isKnown && layoutHint(layout) === '')
      setStage(isClear ? { step: '核对', isBusy: false } : { step: '识别', progress: null })
    }, restart)
  }

  function changeLayout(id: string, change: Partial<TreasuryLayout>) {
    setBatch((before) =>
      before
        ? {
            ...before,
            layouts: before.layouts.map((each) => (each.id === id ? { ...each, ...change } : each)),
          }
        : before,
    )
  }

  /** The mapping is remembered as soon as it is confirmed: another month is laid out alike. */
  function confirmLayouts() {
    if (!batch) return
    void attempt(
      async () => {
        for (const { id, name, mapping } of batch.layouts)
          await saveLayout(book.id, { id, name, mapping }, by)
        setBatch({ ...batch, layouts: batch.layouts.map((layout) => ({ ...layout, isKnown: true })) })
        setStage({ step: '核对', isBusy: false })
      },
      () => setStage({ step: '识别', progress: null }),
    )
  }

  function write() {
    if (stage.step !== '核对' || !plan || !batch) return
    setStage({ ...stage, isBusy: true })
    const files = batch.layouts.flatMap(({ sources }) => sources.map(({ file }) => file))
    void attempt(
      async () => {
        const imported = { writes: plan.writes, files, read: plan.rows.length }
        const record = await importExecutions(book.id, imported, by)
        setStage({ step: '写入', record, isUndone: false, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  function undo() {
    if (stage.step !== '写入') return
    setStage({ ...stage, isBusy: true })
    void attempt(
      async () => {
        await undoExecutionImport(stage.record.id, by)
        setStage({ ...stage, isUndone: true, isBusy: false })
      },
      () => setStage({ ...stage, isBusy: false }),
    )
  }

  return {
    ...{ stage, batch, plan, begin, restart, changeLayout, confirmLayouts, write, undo },
    changeMapping: (id: string, mapping: TreasuryMapping) => changeLayout(id, { mapping }),
    toMapping: () => setStage({ step: '识别', progress: null }),
    decide: (lines: readonly string[], goalId: string) =>
      setDecided((before) => new Map([...before, ...lines.map((line) => [line, goalId] as const)])),
    keep: (key: string) => setKept((before) => new Set([...before, key])),
  }
}

async function worldOf(bookId: string): Promise<ExecutionWorld> {
  const [goals, units, stored] = await Promise.all([goalsOf(bookId), unitsOf(bookId), executionsOf(bookId)])
  // What stands for a whole department or county has no line of its own in the treasury.
  const payable = goals.filter(({ kind }) => kind === 'project' || kind === 'policy')
  return {
    ...{ units, stored, index: indexGoals(payable, units) },
    goals: new Map(payable.map((goal) => [goal.id, goal])),
  }
}
