import { type Grade, grades } from '../grade.ts'
import { gather } from '../grouped.ts'
import type { Finding } from './finding.ts'
import type { AnalysisRules } from './rules.ts'

/** A result of a department, its units among it, in a year: its own, or of an evaluation. */
export type UnitResult = {
  unitCode: string
  unitName: string
  year: number
  goalId: string
  name: string
  grade: Grade
  source: '自评' | '财政评价' | '部门评价'
}

/** 连续低分单位: departments with 中 or 差 so often over the years, in whatever evaluation; the most first. */
export function lowUnitFindings(results: readonly UnitResult[], { low }: AnalysisRules): Finding[] {
  const byUnit = new Map<string, UnitResult[]>()
  for (const result of results) {
    if (result.grade !== 'medium' && result.grade !== 'poor') continue
    gather(byUnit, result.unitCode, result)
  }
  return [...byUnit.values()]
    .filter((own) => own.length >= low.times)
    .toSorted((left, right) => right.length - left.length)
    .map((own): Finding => {
      const years = [...new Set(own.map(({ year }) => year))].toSorted((left, right) => left - right)
      const [first] = own
      return {
        id: `low:${first?.unitCode ?? ''}:${own.length}`,
        kind: 'low',
        title: `${first?.unitName ?? ''}（含所属单位）：${years.join('、')} 年共 ${own.length} 个结果为中或差`,
        objects: own.map(({ goalId, name, unitName, year }) => ({
          goalId,
          name,
          unitName,
          year,
          money: null,
        })),
        money: null,
        evidence: own.map(
          ({ year, source, name, grade }) => `${year} 年${source}“${name}”：${grades[grade]}`,
        ),
        how: `各年自评和评价结果中“中”“差”达 ${low.times} 次的部门（含所属单位）。`,
        advice: '安排下年预算时从严，督促整改。',
      }
    })
}
