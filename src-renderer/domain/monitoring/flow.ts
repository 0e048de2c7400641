import type { Workflow } from '../workflow.ts'

/** 状态 of a monitoring form, in the order of its road. */
export const monitoringStates = {
  draft: '草稿',
  returned: '已退回',
  submitted: '待审核',
  passed: '待汇总',
  accepted: '已汇总',
  exempt: '免报',
} as const
export type MonitoringState = keyof typeof monitoringStates
export const monitoringStateList = Object.keys(monitoringStates) as MonitoringState[] // the keys of the table

/**
 * The road of a monitoring form (巴财〔2020〕38号 三（二）2): the unit reports, 支出管理科 urges and reviews, 监督与绩效管理科
 * collects. A draft is due on the round's day, not after days; the other turns' days are this system's default 〔拟〕.
 */
export const monitoringFlow: Workflow<MonitoringState> = {
  name: '绩效监控',
  first: 'draft',
  states: {
    draft: { name: monitoringStates.draft, holder: 'unit', days: null },
    returned: { name: monitoringStates.returned, holder: 'unit', days: 3 },
    submitted: { name: monitoringStates.submitted, holder: 'spending', days: 5 },
    passed: { name: monitoringStates.passed, holder: 'performance', days: 5 },
    accepted: { name: monitoringStates.accepted, holder: '', days: null },
    exempt: { name: monitoringStates.exempt, holder: '', days: null },
  },
  steps: [
    {
      id: 'submit-monitoring',
      verb: '送审',
      from: ['draft', 'returned'],
      to: ['submitted'],
      opinion: 'optional',
    },
    {
      id: 'withdraw-monitoring',
      verb: '取消送审',
      from: ['submitted'],
      to: ['draft'],
      opinion: 'optional',
      back: true,
    },
    { id: 'pass-monitoring', verb: '通过', from: ['submitted'], to: ['passed'], opinion: 'optional' },
    {
      id: 'return-monitoring',
      verb: '退回',
      from: ['submitted'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    { id: 'accept-monitoring', verb: '汇总', from: ['passed'], to: ['accepted'], opinion: 'optional' },
    {
      id: 'return-monitoring-review',
      verb: '退回修改',
      from: ['passed'],
      to: ['returned', 'submitted'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-monitoring',
      verb: '撤销汇总',
      from: ['accepted'],
      to: ['passed'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'exempt-from-round',
      verb: '免报',
      from: ['draft', 'returned'],
      to: ['exempt'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'restore-to-round',
      verb: '撤销免报',
      from: ['exempt'],
      to: ['draft'],
      opinion: 'optional',
      back: true,
    },
  ],
}

/** Whether the form may be written in a state; who may is the duty table's. */
export function isWritable(state: MonitoringState): boolean {
  return state === 'draft' || state === 'returned'
}

/** Whether it is still written or reviewed, so that what is wrong with it matters to somebody. */
export function isUnderway(state: MonitoringState): boolean {
  return isWritable(state) || state === 'submitted' || state === 'passed'
}

/** Whether the unit has done its part: 已报. */
export function isReported(state: MonitoringState): boolean {
  return state === 'submitted' || state === 'passed' || state === 'accepted'
}
