import { fundTotal, type Monitoring } from '#domain/monitoring/monitoring'
import { proposedRound, type RoundPlanWanted } from '#domain/monitoring/round'
import { rulesById } from '#domain/year-rules'

export const wantedRound: RoundPlanWanted = proposedRound(rulesById('frame-2021').monitoring, 2026, [])

/** A form on which everything is reported and on target: two thirds of the money are paid. */
export function reported(form: Monitoring): Monitoring {
  const { budget } = fundTotal(form.funds)
  if (budget === null) throw new Error('the sample has a budget')
  return {
    ...form,
    funds: form.funds.map((row) => ({
      ...row,
      paid: row.budget === null ? null : Math.floor((row.budget * 2) / 3),
      forecast: row.budget,
    })),
    entries: form.entries.map((entry) => ({
      ...entry,
      actual: entry.value,
      forecast: entry.value,
      likelihood: 'sure',
    })),
  }
}
