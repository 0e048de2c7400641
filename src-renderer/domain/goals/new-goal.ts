import { type BudgetBook, emptyContent, type GoalContent, type ObjectKind } from './goal.ts'

/** Whom to ask about a goal. */
export type GoalPerson = Pick<GoalContent, 'contact' | 'phone'>

/** What is known of a goal before its form is opened. */
export type NewGoal = {
  unit: { id: string; name: string }
  kind: ObjectKind
  book: BudgetBook
  year: number
  /** Whom the unit named last; the one who writes where it named nobody. */
  person: GoalPerson
}

/**
 * The form of a new goal with what need not be typed: the unit answers for it, the person is whom the unit named last, and
 * a project or policy lasts the year of its book. All of it can be changed.
 */
export function newGoalContent({ unit, kind, book, year, person }: NewGoal): GoalContent {
  const hasPeriod = kind === 'project' || kind === 'policy'
  return {
    ...emptyContent(unit.id, kind, book),
    ...{ responsible: unit.name, contact: person.contact, phone: person.phone },
    ...(hasPeriod ? { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` } : {}),
    ...(kind === 'department' ? { name: unit.name } : {}),
  }
}

/** Whom the unit named last in its goals; null where none names anybody. */
export function lastPerson(goals: readonly (GoalPerson & { changedAt: string })[]): GoalPerson | null {
  const naming = goals.filter(({ contact }) => contact.trim() !== '')
  const last = naming.toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : -1))[0]
  return last ? { contact: last.contact, phone: last.phone } : null
}
