import type { ObjectKind } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'

/** 环节 of 全过程, in the order of the founding document's chain. */
export const stages = {
  assessment: '事前评估',
  goal: '绩效目标',
  monitoring: '绩效监控',
  self: '单位自评',
  evaluation: '财政评价',
  application: '结果应用',
  disclosure: '信息公开',
} as const
export type Stage = keyof typeof stages
export const stageList = Object.keys(stages) as Stage[] // the keys of the table

/** When a stage falls due: in the budget year itself, or in the year after it. */
export type DueYear = 'same' | 'next'

export type StageRule = Sourced & {
  stage: Stage
  /** 主要对象. */
  kinds: readonly ObjectKind[]
  due: DueYear
}

const all: readonly ObjectKind[] = ['government', 'department', 'policy', 'project']
const below: readonly ObjectKind[] = ['department', 'policy', 'project']

/** Which stage applies to which object (巴财〔2020〕38号 三（二）, 主要对象 of each). */
export const stageRules: readonly StageRule[] = [
  {
    ...{ stage: 'assessment', kinds: ['policy', 'project'], due: 'same' },
    ...{ clause: '巴财〔2020〕38号 三（二）1', mark: '源' },
  },
  { stage: 'goal', kinds: below, due: 'same', clause: '巴财〔2020〕38号 三（二）4', mark: '源' },
  {
    ...{ stage: 'monitoring', kinds: ['department', 'project'], due: 'same' },
    ...{ clause: '巴财〔2020〕38号 三（二）2', mark: '源' },
  },
  // 绩效自评 is asked of 部门支出、政策支出、项目支出; it is done in the first months of the next year.
  { stage: 'self', kinds: below, due: 'next', clause: '巴财〔2020〕38号 三（二）3', mark: '源' },
  { stage: 'evaluation', kinds: all, due: 'next', clause: '巴财〔2020〕38号 三（二）3', mark: '源' },
  { stage: 'application', kinds: all, due: 'next', clause: '巴财〔2020〕38号 三（二）5', mark: '源' },
  { stage: 'disclosure', kinds: all, due: 'same', clause: '巴财〔2020〕38号 三（二）6', mark: '源' },
]

/** Shares in hundredths of a percent from which a cell is 已覆盖 and 基本覆盖; below the second it is a gap. */
export const coverageBands: Sourced & { full: number; most: number } = {
  ...{ full: 10_000, most: 8_000 },
  ...{ clause: '', mark: '拟' },
}

/** The rule of a stage. */
export function ruleOf(stage: Stage): StageRule {
  const rule = stageRules.find((each) => each.stage === stage)
  if (!rule) throw new RangeError(`no rule for ${stage}`)
  return rule
}

/** Whether a stage is asked of an object at all. */
export function appliesTo(stage: Stage, kind: ObjectKind): boolean {
  return ruleOf(stage).kinds.includes(kind)
}
