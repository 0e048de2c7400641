import { desktop } from '#desktop'
import type { Day } from '#domain/dates'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { selfEvaluationStates } from '#domain/evaluation/self-evaluation-flow'
import { type SelfEvaluationScore, scoreOf } from '#domain/evaluation/self-evaluation-score'
import { grades } from '#domain/grade'
import { nobodyToUrge, reminderLines } from '#domain/reminder'
import { formNames } from '#domain/unit-names'
import type { Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import type { SelfEvaluationRow } from './self-evaluation-rows.ts'

type Where = { book: YearBook; units: readonly Unit[] }

/** 导出 the ledger as it is filtered; the sentence to say, or null where it was cancelled. */
export async function exportSelfEvaluations(
  rows: readonly SelfEvaluationRow[],
  { book, units }: Where,
): Promise<string | null> {
  const { selfEvaluationsWorkbook } = await import('#excel/write-self-evaluations')
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const { open, note } = await leavingOf(book.id, rows)
  const lines = open.map(({ unitId, code, name, revised, paid, rateText, total, grade, ...row }) => ({
    ...{ unitName: unitById.get(unitId) ?? '', code, name, revised, paid, rate: rateText },
    ...{ total: scoreText(total), grade: grade === '' ? '' : grades[grade] },
    ...{ department: scoreText(row.department.total), state: selfEvaluationStates[row.state] },
    summary: row.summary,
  }))
  const bytes = await selfEvaluationsWorkbook(lines, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度绩效自评情况表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}

/** 导出催报函: forms that are not reported, by unit, as a letter. */
export async function exportReminder(
  missing: readonly SelfEvaluationRow[],
  dueOn: Day,
  { book, units }: Where,
): Promise<string | null> {
  const { reminderLetter } = await import('#reports/reminder-letter')
  const { open, note } = await leavingOf(book.id, missing)
  const lines = reminderLines(open, units)
  if (lines.length === 0) return nobodyToUrge(note)
  const bytes = await reminderLetter({
    office: book.identity.office,
    year: book.year,
    ...{ work: '绩效自评', what: '单位自评表', dueOn },
    lines,
    writtenOn: localToday(),
  })
  const saved = await desktop.saveFile(`${book.year}年度绩效自评催报函.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}

/** 导出自评表: the official form of one project; the sentence to say, or null where it was cancelled. */
export async function exportSelfEvaluation(
  form: SelfEvaluation,
  score: SelfEvaluationScore,
  where: Where,
): Promise<string | null> {
  const { selfEvaluationWorkbook } = await import('#excel/write-self-evaluation')
  const bytes = await selfEvaluationWorkbook(
    form,
    score,
    formNames(form.unitId, where.units, where.book.year),
  )
  const saved = await desktop.saveFile(`${form.name || '项目'}绩效自评表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** 导出自评表 of many, a folder a unit: to be filled in by units that have no 绩衡, and read again. */
export async function exportSelfEvaluationForms(
  forms: readonly SelfEvaluation[],
  rules: YearRules,
  where: Where,
): Promise<string | null> {
  const { selfEvaluationWorkbook } = await import('#excel/write-self-evaluation')
  const { formFiles } = await import('#excel/write-bulk')
  const unitById = new Map(where.units.map((unit) => [unit.id, unit]))
  const wanted = forms.flatMap((form) => {
    const score = scoreOf(form, rules)
    const names = formNames(form.unitId, unitById, where.book.year)
    if (!score) return []
    return [{ unit: names.unit, name: form.name, make: () => selfEvaluationWorkbook(form, score, names) }]
  })
  const files = await formFiles(wanted, '绩效自评表')
  const saved = await desktop.saveFolder(`${where.book.year}年度绩效自评表`, files)
  return saved && `已导出 ${saved.count} 份自评表，按单位分文件夹存放在${saved.place}。`
}
