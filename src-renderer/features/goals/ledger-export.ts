import { desktop } from '#desktop'
import type { GoalContent } from '#domain/goals/goal'
import { formNames } from '#domain/unit-names'
import type { Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { type GoalRow, goalsByIds } from '#storage/goals'
import { leavingOf } from '#storage/leaving'
import type { GoalRecord } from './goal-record.ts'

export type ExportScope = {
  book: YearBook
  rules: YearRules
  rows: readonly GoalRow[]
  units: readonly Unit[]
  onProgress: (done: number, total: number) => void
}

/** The official form of a goal as it stands on the screen. Returns what to say; null when the user cancelled. */
export async function exportGoalForm(
  name: string,
  content: GoalContent,
  { goal, units }: Pick<GoalRecord, 'goal' | 'units'>,
): Promise<string | null> {
  const { goalFormWorkbook } = await import('#excel/write-goal-form')
  const names = formNames(content.unitId, new Map(units.map((unit) => [unit.id, unit])), goal.year)
  const layout = content.kind === 'department' ? 'department' : 'sichuan'
  const bytes = await goalFormWorkbook(content, names, layout)
  const saved = await desktop.saveFile(`${name}绩效目标申报表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** One official form a goal, in a folder per unit. Returns what to say; null when the user cancelled. */
export async function exportForms(
  scope: ExportScope,
  layout: 'national' | 'sichuan',
): Promise<string | null> {
  const { goalFormFiles } = await import('#excel/write-bulk')
  const units = new Map(scope.units.map((unit) => [unit.id, unit]))
  const { open, note } = await leavingOf(scope.book.id, scope.rows)
  const goals = await goalsByIds(open.map((row) => row.id))
  if (goals.length === 0) return note
  const files = await goalFormFiles(
    goals.map((goal) => ({
      content: goal,
      names: formNames(goal.unitId, units, scope.book.year),
      layout: goal.kind === 'department' ? 'department' : layout,
    })),
    scope.onProgress,
  )
  const only = files.length === 1 ? files[0] : undefined
  if (only) {
    const saved = await desktop.saveFile(only.name, only.bytes)
    return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
  }
  const saved = await desktop.saveFolder(`${scope.book.year}年度绩效目标申报表`, files)
  return saved && `已导出 ${saved.count} 份申报表，按单位分文件夹存放在${saved.place}。${note}`
}

/** 汇总表 of what is filtered or selected. */
export async function exportLedger(scope: ExportScope): Promise<string | null> {
  const { goalLedgerWorkbook } = await import('#excel/write-ledger')
  const units = new Map(scope.units.map((unit) => [unit.id, unit]))
  const { open, note } = await leavingOf(scope.book.id, scope.rows)
  const rows = open.map((row) => ({ ...row, ...formNames(row.unitId, units, scope.book.year) }))
  const bytes = await goalLedgerWorkbook(rows, { year: scope.book.year, office: scope.book.identity.office })
  const saved = await desktop.saveFile(`${scope.book.year}年度绩效目标汇总表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}（${rows.length} 个目标），存放在${saved.place}。${note}`
}

/** Blank forms with the names and codes of unit and known projects filled in, one folder a unit. */
export async function exportBlankForms(scope: ExportScope): Promise<string | null> {
  const { blankFormWorkbook } = await import('#excel/write-goal-form')
  const units = new Map(scope.units.map((unit) => [unit.id, unit]))
  const { open, note } = await leavingOf(scope.book.id, scope.rows)
  const files: { folder: string[]; name: string; bytes: Uint8Array }[] = []
  for (const unit of scope.units) {
    const names = formNames(unit.id, units, scope.book.year)
    const projects = open
      .filter((row) => row.unitId === unit.id && (row.kind === 'project' || row.kind === 'policy'))
      .map((row) => ({ code: row.code, name: row.name }))
    files.push({
      folder: [unit.name],
      name: `${unit.name}-绩效目标申报表（空白）.xlsx`,
      bytes: await blankFormWorkbook(names, 'sichuan', scope.rules, projects),
    })
    scope.onProgress(files.length, scope.units.length)
  }
  const saved = await desktop.saveFolder(`${scope.book.year}年度空白申报表`, files)
  return saved && `已导出 ${saved.count} 份空白表，按单位分文件夹存放在${saved.place}。${note}`
}
