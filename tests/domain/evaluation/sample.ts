import type { Reached } from '#domain/evaluation/indicator-score'
import { rulesById } from '#domain/year-rules'

export const pack = rulesById('frame-2015')
export const rules = pack.evaluation

export function reached(change: Partial<Reached> = {}): Reached {
  const place = { level1: '产出指标', level2: '数量指标', name: '养护里程' }
  return {
    ...place,
    operator: '≥',
    value: '100',
    unit: '公里',
    weight: 1000,
    actual: '100',
    targetTooLow: false,
    ...change,
  }
}
