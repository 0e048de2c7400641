import { type Disclosure, emptyDisclosure } from '#domain/disclosures/disclosure'
import type { DisclosureFacts, DueDisclosure } from '#domain/disclosures/due'
import { disclosureRules } from '#domain/disclosures/rules'
import type { Goal } from '#domain/goals/goal'
import { sampleGoal, stored } from '../sample-goal.ts'

/** An approved goal of the book. */
export function approved(id: string, changes: Partial<Goal> = {}): Goal {
  return { ...stored(sampleGoal()), id, status: 'approved', secret: false, disclosed: true, ...changes }
}

export function facts(changes: Partial<DisclosureFacts> = {}): DisclosureFacts {
  return { year: 2026, goals: [], approvedOn: new Map(), selfEvaluations: [], tasks: [], ...changes }
}

export function due(changes: Partial<DueDisclosure> = {}): DueDisclosure {
  const [rule] = disclosureRules
  if (!rule) throw new Error('the table has rules')
  return {
    ...{ objectId: 'g1', item: 'goal', rule, goalId: 'g1', unitId: 'u1', name: '农村公路养护', code: 'X1' },
    ...{ kind: 'project', total: 100_00, secret: false, reason: '', dueOn: '2026-03-31' },
    ...changes,
  }
}

export function record(changes: Partial<Disclosure> = {}): Disclosure {
  const of = { bookId: 'b1', objectId: 'g1', item: 'goal', goalId: 'g1', unitId: 'u1', name: '养护' } as const
  return { ...emptyDisclosure(of, 'd1'), revision: 1, ...changes }
}
