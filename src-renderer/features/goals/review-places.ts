import { fieldLabels } from '#domain/goals/compare'
import type { GoalContent } from '#domain/goals/goal'

/** Fields at which a 批注 may stand, in the order of the form. */
const fields = [
  'name',
  'responsible',
  'category',
  'attribute',
  'duration',
  'total',
  'funding',
  'basis',
  'overview',
  'necessity',
  'feasibility',
  'annualGoals',
  'longTermGoal',
  'indicators',
  'preAssessment',
  'disclosed',
  'remarks',
] as const satisfies readonly (keyof GoalContent)[]

/** The places of a goal that can be commented on: fields, and each indicator row. */
export function placesOf(content: GoalContent): { at: string; label: string }[] {
  return [
    ...fields.map((field) => ({ at: field, label: fieldLabels[field] })),
    ...content.indicators.map((row, index) => ({
      at: `indicators.${row.id}.name`,
      label: `指标第 ${index + 1} 行${row.name ? `：${row.name}` : ''}`,
    })),
    ...content.tasks.map((row, index) => ({
      at: `tasks.${row.id}.name`,
      label: `任务第 ${index + 1} 行${row.name ? `：${row.name}` : ''}`,
    })),
  ]
}

/** The place that a field or cell of the form belongs to. */
export function placeAt(at: string, content: GoalContent): string {
  const places = placesOf(content)
  if (places.some((place) => place.at === at)) return at
  const row = at.split('.').slice(0, 2).join('.')
  const field = at.split('.')[0]
  return (
    places.find((place) => place.at.startsWith(`${row}.`) || place.at === row)?.at ??
    places.find((place) => place.at === field)?.at ??
    'name'
  )
}
