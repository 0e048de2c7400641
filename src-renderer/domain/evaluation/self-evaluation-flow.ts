import type { Workflow } from '../workflow.ts'

/** 状态 of a self-evaluation, in the order of its road. */
export const selfEvaluationStates = {
  draft: '填报中',
  returned: '已退回',
  submitted: '待审核',
  confirmed: '待汇总',
  collected: '已汇总',
} as const
export type SelfEvaluationState = keyof typeof selfEvaluationStates
export const selfEvaluationStateList = Object.keys(selfEvaluationStates) as SelfEvaluationState[] // the keys of the table

/**
 * The road of a self-evaluation (巴财〔2020〕38号 三（二）3): the unit evaluates itself, 支出管理科 urges and reviews,
 * 监督与绩效管理科 collects. The days of the turns are this system's default 〔拟〕.
 */
export const selfEvaluationFlow: Workflow<SelfEvaluationState> = {
  name: '绩效自评',
  first: 'draft',
  states: {
    draft: { name: selfEvaluationStates.draft, holder: 'unit', days: 30 },
    returned: { name: selfEvaluationStates.returned, holder: 'unit', days: 3 },
    submitted: { name: selfEvaluationStates.submitted, holder: 'spending', days: 5 },
    confirmed: { name: selfEvaluationStates.confirmed, holder: 'performance', days: 5 },
    collected: { name: selfEvaluationStates.collected, holder: '', days: null },
  },
  steps: [
    {
      id: 'submit-self-evaluation',
      verb: '送审',
      from: ['draft', 'returned'],
      to: ['submitted'],
      opinion: 'optional',
    },
    {
      id: 'withdraw-self-evaluation',
      verb: '取消送审',
      from: ['submitted'],
      to: ['draft'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'pass-self-evaluation',
      verb: '通过',
      from: ['submitted'],
      to: ['confirmed'],
      opinion: 'optional',
    },
    {
      id: 'return-self-evaluation',
      verb: '退回',
      from: ['submitted'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'collect-self-evaluation',
      verb: '汇总',
      from: ['confirmed'],
      to: ['collected'],
      opinion: 'optional',
    },
    {
      id: 'return-self-evaluation-review',
      verb: '退回修改',
      from: ['confirmed'],
      to: ['returned', 'submitted'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-self-evaluation',
      verb: '撤销汇总',
      from: ['collected'],
      to: ['confirmed'],
      opinion: 'required',
      back: true,
    },
  ],
}

/** Whether the unit may write in a state; who may is the duty table's. */
export function isOpenForUnit(state: SelfEvaluationState): boolean {
  return state === 'draft' || state === 'returned'
}

/** Whether the department's opinion may be written: beside what the unit has handed in, until it is collected. */
export function isOpenForDepartment(state: SelfEvaluationState): boolean {
  return state === 'submitted' || state === 'confirmed'
}

/** Whether the unit has done its part: 已报. */
export function isHandedIn(state: SelfEvaluationState): boolean {
  return !isOpenForUnit(state)
}
