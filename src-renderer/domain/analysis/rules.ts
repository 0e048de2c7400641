import type { Sourced } from '../year-rules.ts'

/** The lines of the analysis; a bureau reads findings, it is bound by none of them. */
export type AnalysisRules = {
  /** Shares are in percent. */
  repeated: Sourced & { nameShare: number; textShare: number; sentences: number; mostPlaces: number }
  merge: Sourced & { nameShare: number; mostProjects: number }
  expiring: Sourced & { yearsAhead: number }
  low: Sourced & { times: number }
  /** Below the share of the budget that was paid; and at least so much left, in 分. */
  unspent: Sourced & { paidShare: number; least: number }
  /** Times the median from which a unit cost is named, and how many projects make a comparison. */
  cost: Sourced & { times: number; least: number; units: readonly CostUnit[] }
}

/** A unit of quantity that costs are compared by, with its spellings. */
export type CostUnit = { name: string; spellings: readonly string[]; factor: number }

const proposed: Sourced = { clause: '巴财〔2020〕38号 三（三）', mark: '拟' }

export const analysisRules: AnalysisRules = {
  repeated: { ...proposed, nameShare: 80, textShare: 50, sentences: 2, mostPlaces: 12 },
  merge: { ...proposed, nameShare: 55, mostProjects: 8 },
  expiring: { ...proposed, yearsAhead: 1 },
  low: { ...proposed, times: 2 },
  unspent: { ...proposed, paidShare: 80, least: 10_000_000 },
  cost: {
    ...proposed,
    times: 2,
    least: 3,
    units: [
      { name: '公里', spellings: ['公里', 'km', '千米'], factor: 1 },
      { name: '人', spellings: ['人', '名', '人次', '位'], factor: 1 },
      { name: '户', spellings: ['户'], factor: 1 },
      { name: '亩', spellings: ['亩'], factor: 1 },
      { name: '平方米', spellings: ['平方米', '㎡', 'm2', 'm²'], factor: 1 },
      { name: '个', spellings: ['个', '处', '座', '所'], factor: 1 },
      { name: '台（套）', spellings: ['台', '套', '台套', '台/套', '台(套)'], factor: 1 },
    ],
  },
}
