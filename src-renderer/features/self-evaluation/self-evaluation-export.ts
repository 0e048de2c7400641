import { desktop } from '#desktop'
import { fundSum } from '#domain/evaluation/self-evaluation'
import { selfEvaluationStates } from '#domain/evaluation/self-evaluation-flow'
import { formatWeight } from '#domain/goals/weights'
import { grades } from '#domain/grade'
import type { Unit, YearBook } from '#domain/year-book'
import type { SelfEvaluationRow } from './self-evaluation-rows.ts'

type Where = { book: YearBook; units: readonly Unit[] }

/** 导出 the ledger as it is filtered; the sentence to say, or null where it was cancelled. */
export async function exportSelfEvaluations(
  rows: readonly SelfEvaluationRow[],
  { book, units }: Where,
): Promise<string | null> {
  const { selfEvaluationsWorkbook } = await import('#excel/write-self-evaluations')
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const lines = rows.map(({ form, unitId, name, rateText, total, grade, department, state }) => {
    const { revised, paid } = fundSum(form.funds)
    return {
      ...{ unitName: unitById.get(unitId) ?? '', code: form.code, name, revised, paid, rate: rateText },
      ...{ total: formatWeight(total), grade: grade === '' ? '' : grades[grade] },
      ...{ department: formatWeight(department), state: selfEvaluationStates[state], summary: form.summary },
    }
  })
  const bytes = await selfEvaluationsWorkbook(lines, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度绩效自评情况表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
