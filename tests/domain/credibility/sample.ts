import type { Approved } from '#domain/credibility/finding'
import {
  openedSelfEvaluation,
  type SelfEvaluation,
  type SelfEvaluationEntry,
} from '#domain/evaluation/self-evaluation'
import type { Goal } from '#domain/goals/goal'
import { edition, pack } from '../evaluation/sample.ts'
import { indicator, sampleGoal, stored } from '../sample-goal.ts'

export { pack }

/** What a unit reports; what is left out is reported honestly, in words of its own. */
export type Facts = {
  unitId?: string
  name?: string
  overview?: string
  /** Out of 100 of every amount. */
  paid?: number
  texts?: Partial<Pick<SelfEvaluation, 'completion' | 'summary' | 'fundsReason' | 'problems' | 'measures'>>
  entries?: Readonly<Record<string, Partial<SelfEvaluationEntry>>>
  /** Changes what was approved, not the form. */
  approved?: Readonly<Record<string, { weight?: number; value?: string }>>
  dropped?: readonly string[]
}

/** Road upkeep, missed a little in one place and said so. */
function goalOf(
  id: string,
  { unitId = `unit-${id}`, name = '农村公路日常养护', overview = '' }: Facts,
): Goal {
  const method = '台账统计'
  const rows = [
    ['a', '产出指标', '数量指标', '养护里程', '≥', '120', '公里', 2000],
    ['b', '产出指标', '质量指标', '优良路率', '≥', '90', '%', 1500],
    ['c', '产出指标', '成本指标', '单位养护成本', '≤', '8', '万元', 1500],
    ['d', '效益指标', '社会效益指标', '通行事故下降率', '≥', '5', '%', 3000],
    ['e', '满意度指标', '服务对象满意度指标', '沿线群众满意度', '≥', '90', '%', 1000],
  ] as const
  const indicators = rows.map(([key, level1, level2, title, operator, value, unit, weight]) =>
    indicator(key, { level1, level2, name: title, operator, value, unit, weight, method }),
  )
  return { ...stored(sampleGoal({ unitId, name, overview, indicators })), id: `goal-${id}` }
}

const honestActuals: Readonly<Record<string, string>> = { a: '118', b: '92', c: '7.6', d: '6', e: '93' }

/** A form and what was approved of its goal. */
export function honest(id: string, facts: Facts = {}): { form: SelfEvaluation; approved: Approved } {
  const goal = goalOf(id, facts)
  const opened = openedSelfEvaluation(goal, {
    ...{
      id,
      sectionId: 'k1',
      edition: edition('national'),
      executed: [],
      at: '2027-01-10T08:00:00.000Z',
      by: '王晓',
    },
  })
  const { paid = 96, texts = {}, entries = {}, approved = {}, dropped = [] } = facts
  const form: SelfEvaluation = {
    ...opened,
    completion: `第 ${id} 份：实际养护 118 公里，秋汛冲毁的两公里未修复。`,
    ...texts,
    funds: opened.funds.map((row) => ({
      ...row,
      paid: row.revised === null ? null : Math.floor((row.revised * paid) / 100),
    })),
    entries: opened.entries
      .filter((entry) => !dropped.includes(entry.id))
      .map((entry) => ({
        ...entry,
        actual: honestActuals[entry.id] ?? '',
        deviation: entry.id === 'a' ? `秋汛冲毁 ${id} 号便道，两公里改到下年修复` : '',
        ...entries[entry.id],
      })),
  }
  const indicators = goal.indicators.map((one) => ({ ...one, ...approved[one.id] }))
  return { form, approved: { indicators, overview: goal.overview } }
}
