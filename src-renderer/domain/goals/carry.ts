import { emptyContent, type Goal, type GoalContent } from './goal.ts'

/** Whether a goal goes on into the year: 常年性, or 延续性 that does not end before it. */
export function isCarried(goal: GoalContent, year: number): boolean {
  if (goal.duration === 'recurring') return true
  return goal.duration === 'continuing' && (goal.endsOn === '' || goal.endsOn >= `${year}-01-01`)
}

/**
 * The form for the next year: the project goes on, hence 延续; amounts and targets stay as a starting point, the dates
 * of a recurring project move on with its year.
 */
export function carriedContent(goal: Goal, unitId: string, nextId: () => string): GoalContent {
  const content = contentOf(goal)
  const moved = goal.duration === 'recurring'
  return {
    ...content,
    unitId,
    attribute: content.attribute === '' ? '' : 'continuing',
    startsOn: moved ? nextYear(content.startsOn) : content.startsOn,
    endsOn: moved ? nextYear(content.endsOn) : content.endsOn,
    indicators: content.indicators.map((indicator) => ({
      ...indicator,
      id: nextId(),
    })),
    tasks: content.tasks.map((task) => ({ ...task, id: nextId() })),
  }
}

function nextYear(day: string): string {
  if (day === '') return ''
  const rest = day.slice(4)
  return `${Number(day.slice(0, 4)) + 1}${rest === '-02-29' ? '-02-28' : rest}`
}

/** The content of a goal without its record. */
export function contentOf(goal: GoalContent): GoalContent {
  const kept = new Map<string, unknown>(Object.entries(goal))
  const fields = Object.keys(emptyContent('')).map((field) => [field, kept.get(field)])
  return Object.fromEntries(fields) as GoalContent // every field of an empty form, taken from a whole one
}
