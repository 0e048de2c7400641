import type { Sourced } from '../year-rules.ts'

/** One kind of 重大变化; `percent` is its line where it has one: above it is major, at it is not. */
export type MajorRule = Sourced & {
  code: MajorCode
  percent: number
  what: string
  /** Which indicators it looks at: how the name of their level 1 begins. Empty looks at all. */
  levels: readonly string[]
}
export type MajorCode = 'amount-up' | 'amount-down' | 'indicator-removed' | 'target-lowered' | 'goal-replaced'
export type AdjustmentRules = {
  major: readonly MajorRule[]
  /** Where a target without a direction (=) is better kept low: a word in the name of one of its levels. */
  lessIsBetter: readonly string[]
}

const clause = '巴财〔2020〕38号 三（二）2'

/** What makes an adjustment a 重大变化, which must be assessed before the budget may change. */
export const adjustmentRules: AdjustmentRules = {
  lessIsBetter: ['成本'],
  major: [
    {
      code: 'amount-up',
      percent: 30,
      what: '资金调增超过 30%',
      levels: [],
      clause: '巴财〔2020〕38号 三（二）1',
      mark: '源',
    },
    { code: 'amount-down', percent: 30, what: '资金调减超过 30%', levels: [], clause, mark: '拟' },
    {
      code: 'indicator-removed',
      percent: 0,
      what: '取消产出或效益指标',
      levels: ['产出', '效益'],
      clause,
      mark: '拟',
    },
    {
      code: 'target-lowered',
      percent: 20,
      what: '指标值降低要求超过 20%，改为定性或换计量单位',
      levels: [],
      clause,
      mark: '拟',
    },
    { code: 'goal-replaced', percent: 0, what: '年度目标改写', levels: [], clause, mark: '拟' },
  ],
}
