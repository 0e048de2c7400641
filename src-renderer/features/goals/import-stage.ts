import type { FoundForm, ImportPlan } from '#domain/goals/import-plan'
import type { Unit } from '#domain/year-book'
import type { ChosenFile, FileReading } from '#excel/excel'
import type { Progress } from '#ui/ReadingProgress.tsx'
import type { FlatLayout } from './import-layouts.ts'
import { isSelectable, type ReviewRow } from './import-rows.ts'

/** What the files hold, before flat ledgers are read by their mappings. */
export type Found = { files: ChosenFile[]; skipped: number; found: FileReading[]; layouts: FlatLayout[] }

export type Batch = Found & {
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

/** What a person should know before choosing. */
export function reviewNote(rows: readonly ReviewRow[]): string {
  if (!rows.some(isSelectable)) return '没有可以写入的表格：逐行看“差异或原因”，改好后重新选择。'
  const otherYear = rows.filter(
    (row) => isSelectable(row) && row.item?.problems.some((problem) => problem.code === 'import-other-year'),
  ).length
  if (otherYear === 0) return ''
  return `有 ${otherYear} 项表上的年度与当前账套不同，没有预先勾选；确认是本账套的，请勾选后写入。`
}

export function formsOf(readings: readonly FileReading[]): FoundForm[] {
  return readings.flatMap(({ path, forms }) => forms.map((form) => ({ file: path, form })))
}

/** What a unit should know of forms that are taken as its own although another name stands on them. */
export function takenNote(forms: readonly FoundForm[], taken: ReadonlyMap<number, Unit>): string {
  const [own] = taken.values()
  if (!own) return ''
  const names = new Set(forms.filter((_, position) => taken.has(position)).map(({ form }) => form.unit ?? ''))
  return `${taken.size} 张表上的单位写作“${[...names].join('”“')}”，账套中没有，已归到“${own.name}”；不是的请在右侧改单位。`
}
