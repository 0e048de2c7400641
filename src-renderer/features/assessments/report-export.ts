import { desktop } from '#desktop'
import type { Assessment } from '#domain/assessments/assessment'
import { assessmentKinds } from '#domain/assessments/rules'
import { attributes, type Goal } from '#domain/goals/goal'
import { unitWithDepartment } from '#domain/unit-names'
import type { Section, Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import type { AssessmentRow } from './assessment-rows.ts'

/** 导出报告: the Word file of one assessment; the sentence to say, or null where it was cancelled. */
export async function exportReport(
  assessment: Assessment,
  around: {
    book: YearBook
    rules: YearRules
    goal: Goal | null
    units: readonly Unit[]
    sections: readonly Section[]
  },
): Promise<string | null> {
  const { book, rules, goal, units, sections } = around
  const { assessmentReport } = await import('#reports/assessment-report')
  const { unit, department } = unitWithDepartment(assessment.unitId, units)
  const attribute = goal?.attribute ?? ''
  const bytes = await assessmentReport({
    assessment,
    rules: rules.assessment,
    year: book.year,
    office: book.identity.office,
    unitName: unit?.name ?? '',
    departmentName: department?.name ?? '',
    sectionName: sections.find(({ id }) => id === unit?.sectionId)?.name ?? '',
    attribute: attribute === '' ? '' : attributes[attribute],
    printedOn: localToday(),
  })
  const saved = await desktop.saveFile(`${assessment.name}事前绩效评估报告.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** 导出台账: the rows that are shown, as a workbook. */
export async function exportAssessmentLedger(
  rows: readonly AssessmentRow[],
  book: YearBook,
  units: readonly Unit[],
  sections: readonly Section[],
): Promise<string | null> {
  const { assessmentLedgerWorkbook } = await import('#excel/write-assessments')
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const { open, note } = await leavingOf(book.id, rows)
  const lines = open.map((row) => {
    const { unit, department } = unitWithDepartment(row.unitId, unitById)
    return {
      department: department?.name ?? '',
      unit: unit?.name ?? '',
      section: sections.find(({ id }) => id === unit?.sectionId)?.name ?? '',
      name: row.name,
      kind: assessmentKinds[row.kind],
      amount: row.amount,
      recommended: row.recommended,
      cut: row.cut,
      state: row.word,
      number: row.assessment?.number ?? '',
      why: row.why,
      clause: row.clause,
    }
  })
  const bytes = await assessmentLedgerWorkbook(lines, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度事前绩效评估台账.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
