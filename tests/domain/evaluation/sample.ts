import type { Reached } from '#domain/evaluation/indicator-score'
import { type Edition, editionOf } from '#domain/evaluation/rules'
import {
  type ExecutedFunds,
  openedSelfEvaluation,
  type SelfEvaluation,
} from '#domain/evaluation/self-evaluation'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored } from '../sample-goal.ts'

export const pack = rulesById('frame-2015')
export const rules = pack.evaluation

export function reached(change: Partial<Reached> = {}): Reached {
  const place = { level1: '产出指标', level2: '数量指标', name: '养护里程' }
  const target = { operator: '≥', value: '100', unit: '公里', weight: 1000 } as const
  return { ...place, ...target, actual: '100', targetTooLow: false, ...change }
}

export function edition(id: string): Edition {
  const found = editionOf(id, rules.selfEvaluation)
  if (!found) throw new Error(`no edition ${id}`)
  return found
}

/** A form as it is opened: nothing is filled in. */
export function openedForm(editionId = 'national', executed: ExecutedFunds = []): SelfEvaluation {
  const at = '2027-01-10T08:00:00.000Z'
  const opened = { id: 's1', sectionId: 'k1', edition: edition(editionId), executed, at, by: '王晓' }
  return openedSelfEvaluation(stored(sampleGoal()), opened)
}

/** The same form with every target reached and all of the money spent. */
export function filledForm(): SelfEvaluation {
  const base = openedForm()
  return {
    ...base,
    completion: '完成县道日常养护 120 公里，优良路率 90%。',
    funds: base.funds.map((row) => ({ ...row, paid: row.revised })),
    entries: base.entries.map((entry) => ({ ...entry, actual: entry.id === 't' ? '已完成' : entry.value })),
  }
}
