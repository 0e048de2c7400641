import { desktop } from '#desktop'
import type { CoverageRules } from '#domain/evaluation/coverage-rules'
import { chosenItems, type EvaluationPlan } from '#domain/evaluation/plan'
import { kindCounts, leftCompulsory, type PlanLine } from '#domain/evaluation/plan-list'
import type { Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'

export type PlanExport = {
  book: YearBook
  plan: EvaluationPlan | null
  lines: readonly PlanLine[]
  units: readonly Unit[]
  rules: CoverageRules
}

function namesOf(units: readonly Unit[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit.name]))
  return (unitId: string) => byId.get(unitId) ?? ''
}

/** 导出 Excel: list, coverage and all objects; the sentence to say, or null where it was cancelled. */
export async function exportPlanList({ book, lines, units }: PlanExport): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, lines)
  const { evaluationPlanWorkbook } = await import('#excel/write-evaluation-plan')
  const { office } = book.identity
  const bytes = await evaluationPlanWorkbook({
    office,
    year: book.year,
    lines: open,
    unitName: namesOf(units),
  })
  const saved = await desktop.saveFile(`${book.year}年度绩效评价计划.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}

/** 导出工作计划: the plan as a Word document. */
export async function exportWorkPlan({
  book,
  plan,
  lines,
  units,
  rules,
}: PlanExport): Promise<string | null> {
  if (!plan) return null
  const { open, note } = await leavingOf(book.id, { plan, items: chosenItems(plan) })
  const { evaluationPlanDocument } = await import('#reports/evaluation-plan')
  const bytes = await evaluationPlanDocument({
    ...{ office: book.identity.office, year: book.year, plan: open.plan, rules },
    items: open.items,
    counts: kindCounts(lines),
    left: leftCompulsory(lines).length,
    unitName: namesOf(units),
    writtenOn: localToday(),
  })
  const saved = await desktop.saveFile(`${book.year}年度绩效评价工作计划.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
