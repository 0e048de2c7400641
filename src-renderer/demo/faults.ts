import type { GoalContent, Indicator } from '#domain/goals/goal'

/** What units get wrong, one after the other; `other` is a project to copy from. */
const faults: readonly ((content: GoalContent, other: GoalContent) => GoalContent)[] = [
  function weightsOf85(content) {
    return withRow(content, '产出指标', (row) => ({ ...row, weight: (row.weight ?? 0) - 500 }))
  },
  function satisfactionMissing(content) {
    return { ...content, indicators: content.indicators.filter((row) => row.level1 !== '满意度指标') }
  },
  function vague(content) {
    const annualGoals = [`进一步加强${content.name}工作，有效提升服务水平，明显改善群众生产生活条件。`]
    return withRow({ ...content, annualGoals }, '效益指标', (row) => ({
      ...row,
      operator: '定性',
      value: '有效提升',
      unit: '',
    }))
  },
  function costAtLeast(content) {
    return withRow(content, '成本指标', (row) => ({ ...row, operator: '≥' }))
  },
  function sumsDiffer(content) {
    const [first, ...rest] = content.funding
    return first
      ? { ...content, funding: [{ ...first, amount: (first.amount ?? 0) - 30_000_000 }, ...rest] }
      : content
  },
  function copied(content, other) {
    return { ...content, overview: other.overview, annualGoals: other.annualGoals }
  },
  function yuanForWan(content) {
    return { ...content, total: Math.round((content.total ?? 0) / 10_000) }
  },
  function unitInsideValue(content) {
    return withRow(content, '产出指标', (row) => ({ ...row, value: `${row.value}${row.unit}`, unit: '' }))
  },
  function partsMissing(content) {
    return { ...content, responsible: '', basis: '', startsOn: '' }
  },
  function satisfactionWithoutPercent(content) {
    return withRow(content, '满意度指标', (row) => ({ ...row, value: '满意', operator: '定性', unit: '' }))
  },
]

function withRow(content: GoalContent, level1: string, change: (row: Indicator) => Indicator): GoalContent {
  const at = content.indicators.findIndex((row) => row.level1 === level1)
  return {
    ...content,
    indicators: content.indicators.map((row, index) => (index === at ? change(row) : row)),
  }
}

/** Every fifth form has a fault of its own. */
export function isFaulty(order: number): boolean {
  return order % 5 === 3
}

export function withFault(content: GoalContent, order: number, other: GoalContent): GoalContent {
  const fault = faults[Math.floor(order / 5) % faults.length]
  return fault ? fault(content, other) : content
}
