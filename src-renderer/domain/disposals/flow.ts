import type { Workflow } from '../workflow.ts'

/** 状态 of a disposal, in the order of its road. */
export const disposalStates = {
  proposed: '待决定',
  issued: '待整改',
  returned: '已退回',
  answered: '待审核',
  reviewed: '待销号',
  closed: '已销号',
  dropped: '不予处置',
} as const
export type DisposalState = keyof typeof disposalStates
export const disposalStateList = Object.keys(disposalStates) as DisposalState[] // the keys of the table

/**
 * The road of a disposal (巴财〔2020〕38号 三（二）2): 监督与绩效管理科 decides, the unit answers, 支出管理科 urges and
 * reviews, 监督与绩效管理科 closes it. The days of the bureau's turns are this system's default 〔拟〕; the working days of
 * the unit are counted by the calendar from the letter's day.
 */
export const disposalFlow: Workflow<DisposalState> = {
  name: '监控处置',
  first: 'proposed',
  states: {
    proposed: { name: disposalStates.proposed, holder: 'performance', days: 5 },
    issued: { name: disposalStates.issued, holder: 'unit', days: null },
    returned: { name: disposalStates.returned, holder: 'unit', days: null },
    answered: { name: disposalStates.answered, holder: 'spending', days: 5 },
    reviewed: { name: disposalStates.reviewed, holder: 'performance', days: 5 },
    closed: { name: disposalStates.closed, holder: '', days: null },
    dropped: { name: disposalStates.dropped, holder: '', days: null },
  },
  steps: [
    { id: 'decide-disposal', verb: '下达处置', from: ['proposed'], to: ['issued'], opinion: 'optional' },
    {
      id: 'drop-disposal',
      verb: '不予处置',
      from: ['proposed'],
      to: ['dropped'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'restore-disposal',
      verb: '恢复待决定',
      from: ['dropped'],
      to: ['proposed'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'answer-disposal',
      verb: '提交整改',
      from: ['issued', 'returned'],
      to: ['answered'],
      opinion: 'optional',
    },
    {
      id: 'redecide-disposal',
      verb: '变更处置',
      from: ['issued', 'returned'],
      to: ['issued'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'withdraw-answer',
      verb: '取消提交',
      from: ['answered'],
      to: ['issued'],
      opinion: 'optional',
      back: true,
    },
    { id: 'pass-answer', verb: '审核通过', from: ['answered'], to: ['reviewed'], opinion: 'optional' },
    {
      id: 'return-answer',
      verb: '退回',
      from: ['answered'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    { id: 'close-disposal', verb: '销号', from: ['reviewed'], to: ['closed'], opinion: 'optional' },
    {
      id: 'return-disposal',
      verb: '退回整改',
      from: ['reviewed'],
      to: ['returned', 'answered'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-disposal',
      verb: '撤销销号',
      from: ['closed'],
      to: ['reviewed'],
      opinion: 'required',
      back: true,
    },
  ],
}
