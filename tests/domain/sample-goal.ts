import type { CheckContext } from '#domain/goals/check'
import { emptyContent, emptyIndicator, type Goal, type GoalContent, type Indicator } from '#domain/goals/goal'
import { rulesById } from '#domain/year-rules'

export const wan = 1_000_000

export function indicator(id: string, change: Partial<Indicator>): Indicator {
  return { ...emptyIndicator(id), ...change }
}

/** A goal on which the check finds nothing under the frame of 2015/2020. */
export function sampleGoal(change: Partial<GoalContent> = {}): GoalContent {
  return {
    ...emptyContent('unit-1'),
    code: '51192225T000000000012',
    name: '农村公路日常养护',
    responsible: '南江县公路养护中心',
    contact: '李某',
    phone: '0827-8220000',
    category: 'department',
    budgetKind: 'departmental',
    attribute: 'continuing',
    duration: 'recurring',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    basis: '《农村公路养护管理办法》（交通运输部令2015年第22号）',
    overview: '对县道 120 公里实施日常养护，全年保洁 12 次，修补路面 3000 平方米。',
    total: 90 * wan,
    funding: [
      { source: 'general-upper', amount: 30 * wan },
      { source: 'general-local', amount: 60 * wan },
    ],
    annualGoals: ['完成县道日常养护 120 公里，优良路率达到 90%。'],
    indicators: [
      row('q', '产出指标', '数量指标', '养护里程', '=', '120', '公里', 2000),
      row('z', '产出指标', '质量指标', '优良路率', '≥', '90', '%', 1000),
      row('t', '产出指标', '时效指标', '完成时间', '', '12月底前', '', 1000),
      row('c', '产出指标', '成本指标', '项目总成本', '≤', '90', '万元', 1000),
      row('e', '效益指标', '社会效益指标', '安全事故下降率', '≥', '5', '%', 3000),
      row('s', '满意度指标', '服务对象满意度指标', '沿线群众满意度', '≥', '90', '%', 1000),
    ],
    ...change,
  }
}

function row(
  id: string,
  level1: string,
  level2: string,
  name: string,
  operator: Indicator['operator'],
  value: string,
  unit: string,
  weight: number,
): Indicator {
  return indicator(id, { level1, level2, name, operator, value, unit, weight })
}

/** The sample with one of its indicators changed. */
export function withIndicator(id: string, change: Partial<Indicator>): GoalContent {
  const goal = sampleGoal()
  return { ...goal, indicators: goal.indicators.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

export function context(change: Partial<CheckContext> = {}): CheckContext {
  return {
    rules: rulesById('frame-2015'),
    year: 2026,
    unitName: '南江县公路养护中心',
    previous: null,
    earlier: null,
    similar: [],
    ...change,
  }
}

export function stored(content: GoalContent, year = 2025): Goal {
  return {
    ...content,
    id: `goal-${year}`,
    bookId: 'book',
    year,
    matchKey: '',
    status: 'approved',
    opinion: '',
    revision: 1,
    changedAt: '2025-01-01T00:00:00.000Z',
    changedBy: '测试',
    health: { errors: 0, warnings: 0, hints: 0 },
    initials: '',
    sentenceMarks: [],
    origin: '',
  }
}
