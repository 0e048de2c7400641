import type { Operator } from '#domain/goals/goal'
import type { Measured } from '#domain/monitoring/lights'
import { type Monitoring, openedMonitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored, wan } from '../sample-goal.ts'

export const rules = rulesById('frame-2021').monitoring

export const round: Round = {
  ...{
    id: 'r1',
    bookId: 'book',
    name: '1—7 月',
    month: 7,
    dueOn: '2026-08-31',
    scope: 'all',
    departments: false,
  },
  ...{ unapproved: false, note: '', state: 'open', openedAt: '', revision: 1, changedAt: '', changedBy: '' },
}

export function target(operator: Operator, value: string, unit = '') {
  return { operator, value, unit }
}

export function measuredIndicator(change: Partial<Measured> = {}): Measured {
  const reported = { actual: '50', forecast: '100', likelihood: 'sure' } as const
  return { operator: '≥', value: '100', unit: '户', weight: 1000, ...reported, ...change }
}

/** A form as it is opened: nothing is filled in. */
export function opened(): Monitoring {
  const made = { id: 'm1', at: '2026-08-01T08:00:00.000Z', by: '王晓' }
  return openedMonitoring(stored(sampleGoal()), { id: 'r1', month: 7 }, made)
}

/** The same form, fully and soundly filled in. */
export function filled(change: Partial<Monitoring> = {}): Monitoring {
  const base = opened()
  const forecasts: Readonly<Record<string, string>> = { t: '已完成', c: '88' }
  return {
    ...base,
    funds: base.funds.map((row) => ({
      ...row,
      paid: row.budget === null ? null : 50 * wan,
      forecast: row.budget,
    })),
    entries: base.entries.map((entry) => ({
      ...entry,
      actual: entry.id === 't' ? '已完成' : '5',
      forecast: forecasts[entry.id] ?? entry.value,
      likelihood: 'sure',
    })),
    ...change,
  }
}
