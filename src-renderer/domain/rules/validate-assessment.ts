import { type AssessmentRules, fullMark } from '../assessments/rules.ts'
import type { Problem } from '../problem.ts'
import type { Sourced } from '../year-rules.ts'
import { duplicates, fault } from './fault.ts'

const fullTotal = 10_000
const dimensionCount = 5

/** Every entry that must say on what it rests. */
export function assessmentSources(rules: AssessmentRules): [string, Sourced][] {
  const dimensions = Object.values(rules.tables).flat()
  return [
    ...dimensions.map((one): [string, Sourced] => [one.name, one]),
    ...dimensions.flatMap((one) => one.items.map((item): [string, Sourced] => [item.text, item])),
    ['事前评估结论分数线', rules.lines],
    ['事前评估分档', rules.bands],
    ['事前评估专家人数', rules.experts],
    ...rules.materials.map((one): [string, Sourced] => [one.name, one]),
  ]
}

/** Holes, sums and borders of the tables of 事前评估; an empty list when they may be used. */
export function checkAssessmentRules(rules: AssessmentRules): Problem[] {
  const problems: Problem[] = []
  for (const [kind, dimensions] of Object.entries(rules.tables)) {
    const at = `assessment.tables.${kind}`
    if (dimensions.length !== dimensionCount)
      problems.push(fault('dimension-hole', at, `事前评估应有 ${dimensionCount} 个维度。`))
    const items = dimensions.flatMap((one) => one.items)
    for (const id of duplicates([...dimensions, ...items].map((one) => one.id)))
      problems.push(fault('dimension-duplicate', at, `事前评估评分表中“${id}”重复。`))
    if (items.some(({ points }) => !Number.isSafeInteger(points) || points <= 0))
      problems.push(fault('points-invalid', at, '事前评估各要点的分值必须大于 0，最多两位小数。'))
    const sum = dimensions.reduce((total, one) => total + fullMark(one), 0)
    if (sum !== fullTotal)
      problems.push(fault('assessment-sum', at, `事前评估各要点分值合计 ${sum / 100} 分，应为 100 分。`))
  }
  return [...problems, ...checkLines(rules), ...checkMaterials(rules)]
}

function checkLines({ lines, bands, experts }: AssessmentRules): Problem[] {
  const problems: Problem[] = []
  const { support, adjust, dimensionRate } = lines
  const isFalling = fullTotal >= support && support > adjust && adjust > 0
  const isRate = dimensionRate >= 0 && dimensionRate <= 100
  if (![support, adjust, dimensionRate].every(Number.isSafeInteger) || !isFalling || !isRate)
    problems.push(fault('lines-invalid', 'assessment.lines', '事前评估结论的分数线应依次降低。'))
  const { excellent, good, medium } = bands
  if (!(100 >= excellent && excellent > good && good > medium && medium > 0))
    problems.push(fault('bands-invalid', 'assessment.bands', '事前评估优、良、中的分数线应依次降低。'))
  if (!Number.isSafeInteger(experts.minimum) || experts.minimum < 1)
    problems.push(fault('experts-invalid', 'assessment.experts', '事前评估至少应有一位专家。'))
  return problems
}

function checkMaterials({ materials }: AssessmentRules): Problem[] {
  return duplicates(materials.map((one) => one.id)).map((id) =>
    fault('material-duplicate', 'assessment.materials', `送审资料清单中“${id}”重复。`),
  )
}
