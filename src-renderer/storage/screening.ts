import { type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { type ScreenedForm, screenRound } from '#domain/screening/screen'
import type { YearRules } from '#domain/year-rules'
import { treasuryAt } from './executions.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'

/** Tables that must be open in a transaction in which a round is screened. */
export const screeningTables = ['rounds', 'monitorings', 'executions'] as const

/** 筛查 of a round: its forms with what was found, against the treasury and the round before. */
export async function screenedRound(round: Round, rules: YearRules): Promise<ScreenedForm[]> {
  const { bookId, id, month } = round
  const [forms, former, treasury] = await Promise.all([
    monitoringsOf(bookId, id),
    formerForms(round),
    treasuryAt(bookId, month),
  ])
  return screenRound(forms, { rules: rules.monitoring, referenceOf, treasury, former })
}

/** By goal: its form in the nearest round of an earlier month. */
async function formerForms({ bookId, month }: Round): Promise<Map<string, Monitoring>> {
  const earlier = (await roundsOf(bookId)).filter((round) => round.month < month)
  const lists = await Promise.all(earlier.map(({ id }) => monitoringsOf(bookId, id)))
  const forms = lists.flat().toSorted((left, right) => left.month - right.month)
  return new Map(forms.map((form) => [form.goalId, form]))
}
